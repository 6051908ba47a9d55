package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of sources of class files, in a JVM that lets no agent in: they must do alone. */
class ByteSourcesIT {

  static Stream<Arguments> examples() {
    return Jdks.all().stream()
        .flatMap(
            jdk ->
                Stream.of(
                    Arguments.of(
                        jdk,
                        "InMemoryCompiler",
                        "x * x / 2 of [0.0, 1.0, 2.0, 3.0] is [0.0, 0.5, 2.0, 4.5]"),
                    Arguments.of(
                        jdk,
                        "GroovyRules",
                        "{ x -> (1..x).inject(1G) { a, b -> a * b } } of [5, 10, 20] is"
                            + " [120, 3628800, 2432902008176640000]")));
  }

  // D30
  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("examples")
  void serveWithoutAnAgent(Jdk jdk, String example, String line) {
    DriverRun run =
        DriverProgram.script(jdk, Product.example(example))
            .withLibraries(List.of("groovy-"))
            .withOptions("-XX:-EnableDynamicAgentLoading")
            .run();
    run.assertEndedWell();
    assertThat(run.out()).containsExactly(line);
  }
}
