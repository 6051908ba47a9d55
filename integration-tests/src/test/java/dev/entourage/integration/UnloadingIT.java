package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A process that goes on for hours, with new code in each task: old code must be unloaded. */
class UnloadingIT {

  /**
   * More than there is room for: who can't unload them on the worker ends before 450, on the driver
   * before 900. {@code -Dgenerations=10000} takes minutes.
   */
  private static final String GENERATIONS = System.getProperty("generations", "1000");

  private static final String MARKER = "?????";

  private static final String SOURCE =
      """
      package gen;

      import java.util.function.Function;

      public class Task implements dev.entourage.RemoteCallable<Object> {
        static final String MARKER = "?????";
        private final Part part = new Part(new Helper());
        private final Function<String, String> plain = text -> part.say(text);

        @Override
        public Object call() {
          return new Result(plain.andThen(text -> text + MARKER).apply("said "), part, Kind.ONE);
        }
      }

      class Part {
        private final Helper helper;

        Part(Helper helper) {
          this.helper = helper;
        }

        String say(String text) {
          return helper.same(text);
        }
      }

      class Helper {
        final String mine = Task.MARKER;

        String same(String text) {
          dev.entourage.RemoteFunction<String, String> same = t -> t.strip() + " ";
          try {
            return same.apply(text);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        }
      }

      enum Kind {
        ONE,
        TWO
      }

      record Result(String text, Part part, Kind kind) implements Face {}

      interface Face {}
      """;

  @TempDir private static Path folder;

  @BeforeAll
  static void compileTheClasses() throws IOException {
    Path source = folder.resolve("Task.java");
    Files.writeString(source, SOURCE);
    String classPath = DriverProgram.join(Product.ownJars());
    String[] arguments = {
      "--release", "17", "-proc:none", "-cp", classPath, "-d", folder.toString(), source.toString()
    };
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments)).isZero();
  }

  @Crosswise
  void generationsWithoutEndFitWhereAFewHundredHaveRoom(Place place) throws Exception {
    List<Path> classPath = new ArrayList<>(Product.jars());
    classPath.add(testClasses());
    DriverRun run =
        DriverProgram.main(
                place,
                classPath,
                GenerationsProgram.class.getName(),
                folder.toString(),
                MARKER,
                GENERATIONS)
            .withOptions("-XX:MaxMetaspaceSize=32m", "-Xmx128m", "-XX:+ExitOnOutOfMemoryError")
            .run();
    run.assertEndedWell();
    assertThat(run.fact("classes")).isEqualTo("6");
    assertThat(run.fact("generations")).isEqualTo(GENERATIONS);
    assertThat(run.fact("leaking")).isEqualTo("false");
  }

  private static Path testClasses() throws URISyntaxException {
    return Path.of(
        GenerationsProgram.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
