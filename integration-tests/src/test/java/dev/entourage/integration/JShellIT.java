package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sessions of a real JShell, in which each snippet is a class of its own. */
class JShellIT {

  private static final List<String> SESSION =
      List.of(
          "import dev.entourage.*;",
          "Workers workers = Workers.builder().processes(1).build();",
          "int factor = 3;",
          "List<String> words = new ArrayList<>(List.of(\"a\"));",
          "int times(int x) { return x * factor; }",
          "record Point(int x, int y) {}",
          "enum Color { RED, GREEN }",
          "<T> T on(RemoteCallable<T> task) throws Exception { return workers.submit(task).get(); }",
          // A variable, and a method that reads one.
          "say(\"variable \" + on(() -> factor + words.size()));",
          "say(\"method \" + on(() -> times(5)));",
          "factor = 4; words.add(\"b\");",
          "say(\"changed \" + on(() -> factor + words.size()) + \" \" + on(() -> times(5)));",
          "int times(int x) { return x + factor; }",
          "say(\"redefined \" + on(() -> times(5)));",
          "int times(int x) { return x - factor; }",
          "say(\"again \" + on(() -> times(5)));",
          "Point point = on(() -> new Point(factor, 2));",
          "say(\"record \" + (point.getClass() == Point.class) + \" \" + point);",
          "say(\"enum \" + (on(() -> Color.GREEN) == Color.GREEN));",
          "say(\"elsewhere \" + (on(() -> ProcessHandle.current().pid())"
              + " != ProcessHandle.current().pid()));",
          "workers.close();",
          "/exit");

  // D29
  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.entourage.integration.Jdks#all")
  void snippetsTravelWithTheirVariablesAsTheyAre(Jdk jdk) {
    DriverRun run = run(jdk);

    assertThat(run.exitCode()).as("%s", run).isZero();
    assertThat(run.err()).as("%s", run).isEmpty();
    assertThat(run.leftBehind()).isEmpty();
    assertThat(run.out())
        .containsExactly(
            "said variable 4",
            "said method 15",
            "said changed 6 20",
            "said redefined 9",
            "said again 1",
            "said record true Point[x=4, y=2]",
            "said enum true",
            "said elsewhere true");
  }

  /** Feedback is off, so whatever else is printed is an error or a warning. */
  private static DriverRun run(Jdk jdk) {
    List<String> command =
        List.of(
            jdk.tool("jshell").toString(),
            "--class-path",
            DriverProgram.join(Product.jars()),
            "--feedback",
            "silent",
            "-");
    try (Driver driver = new DriverProgram(command, Product.MODULE).start()) {
      driver.tell("void say(String text) { System.out.println(\"said \" + text); }");
      SESSION.forEach(driver::tell);
      return driver.finish(DriverProgram.LIMIT);
    }
  }
}
