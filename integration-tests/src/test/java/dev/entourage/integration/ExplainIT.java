package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** F47: the pipeline of the seed, explained by program and by the launcher. */
class ExplainIT {

  private static final Path PIPELINE = Product.example("RetrievalPipeline");

  private static final String TELLING =
      """

      final class Told {
        static <F> F tell(dev.entourage.Workers workers, F function) {
          dev.entourage.Explanation told = workers.explain(function);
          System.out.println("task=" + told.task());
          System.out.println("encoded=" + told.encoded().getAsLong());
          System.out.println("bytes=" + told.bytes());
          told.classes().forEach(c -> System.out.println("class=" + c.name() + "|" + c.byValue()
              + "|" + c.origin() + "|" + c.reason() + "|" + c.found() + "|" + c.bytes()));
          told.layers().forEach(l -> System.out.println("layer=" + l.id() + "|" + l.did()));
          told.state().largest(3).forEach(p -> System.out.println("path=" + p.path()));
          return function;
        }
      }
      """;

  @TempDir private Path folder;

  /** One line of a class. */
  private record Told(
      String name, boolean byValue, String origin, String reason, String found, long bytes) {

    static Told of(String line) {
      String[] parts = line.split("\\|");
      return new Told(
          parts[0],
          Boolean.parseBoolean(parts[1]),
          parts[2],
          parts[3],
          parts[4],
          Long.parseLong(parts[5]));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.entourage.integration.Jdks#all")
  void tellsEveryClassOfThePipelineWithItsWayItsReasonAndItsSize(Jdk jdk) throws IOException {
    String text = Files.readString(PIPELINE);
    String asking = "Told.tell(workers, function);\n      List<Done<R>> all =";
    String changed = text.replace("List<Done<R>> all =", asking);
    assertThat(changed).isNotEqualTo(text);
    Path script = Files.writeString(folder.resolve("RetrievalPipeline.java"), changed + TELLING);
    DriverRun run = DriverProgram.script(jdk, script).run();

    assertThat(run.exitCode()).as("%s", run).isZero();
    assertThat(run.facts("task"))
        .hasSize(5)
        .allMatch(task -> task.matches("lambda at RetrievalPipeline\\.java:\\d+"))
        .doesNotHaveDuplicates();
    assertThat(run.facts("path")).anyMatch(path -> path.contains(" → postings → "));

    List<Told> classes = run.facts("class").stream().map(Told::of).toList();
    assertThat(names(classes)).containsAll(compiled(script));
    assertThat(classes)
        .filteredOn(told -> told.name().startsWith("RetrievalPipeline"))
        .isNotEmpty()
        .allSatisfy(
            told -> {
              assertThat(told.byValue()).isTrue();
              assertThat(told.origin()).endsWith("RetrievalPipeline.java");
              assertThat(told.reason()).isEqualTo("not on the class path, so no worker has it");
              assertThat(told.found()).isNotBlank();
              assertThat(told.bytes()).isPositive();
            });
    assertThat(classes)
        .filteredOn(told -> told.name().equals("java.util.TreeMap"))
        .isNotEmpty()
        .allSatisfy(
            told -> {
              assertThat(told.byValue()).isFalse();
              assertThat(told.reason()).isEqualTo("part of the JDK");
              assertThat(told.bytes()).isZero();
            });
    assertThat(run.facts("layer").subList(0, 5))
        .satisfiesExactly(
            layer -> assertThat(layer).matches("object-graph\\|\\d+ classes met in objects"),
            layer -> assertThat(layer).startsWith("code-origin|of these "),
            layer -> assertThat(layer).contains("type-signatures|", "are mentioned in code"),
            layer -> assertThat(layer).startsWith("statics|"),
            layer -> assertThat(layer).matches("worker-lookup\\|manifest .* class files"));
  }

  private static Set<String> names(List<Told> classes) {
    return classes.stream().map(Told::name).collect(Collectors.toSet());
  }

  /** The names of all classes that are compiled from a script. */
  private Set<String> compiled(Path script) throws IOException {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                DriverProgram.join(Product.jars()),
                "-d",
                classes.toString(),
                script.toString());
    assertThat(code).isZero();
    try (var files = Files.list(classes)) {
      return files
          .map(file -> file.getFileName().toString().replace(".class", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.entourage.integration.Jdks#all")
  void theLauncherExplainsEachStepOnceAndRunsTheScript(Jdk jdk) {
    DriverRun plain = launched(jdk, "run");
    DriverRun explained = launched(jdk, "explain");
    assertThat(explained.exitCode()).as("%s", explained).isZero();
    assertThat(explained.out()).isEqualTo(plain.out());
    assertThat(explained.leftBehind()).isEmpty();

    List<String> err = explained.err();
    assertThat(err).noneMatch(line -> line.contains("\u001b"));
    Pattern head = Pattern.compile("(call of )?lambda at RetrievalPipeline\\.java:\\d+");
    assertThat(err.stream().map(head::matcher).filter(Matcher::matches)).hasSize(10);
    assertThat(err)
        .anyMatch(line -> line.matches(" +[0-9.]+ .?B  .*├─ postings  TreeMap"))
        .anyMatch(
            line -> line.matches("  by value  not on the class path, so no worker has it: .*"))
        .anyMatch(line -> line.matches("  worker-lookup +[0-9.,]+ ms  manifest .* class files"));
  }

  private DriverRun launched(Jdk jdk, String command) {
    String launcher = Product.TOP.resolve("entourage").toString();
    List<String> line = List.of(launcher, command, PIPELINE.toString());
    return new DriverProgram(line, folder).withJavaHome(jdk).run();
  }
}
