package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a pool's builder says of packages, modules and jars, on real workers. */
class SplitOptionsIT {

  private static final String TASK =
      "package app; import dev.entourage.RemoteCallable; import java.util.List;"
          + " public class Task { public static List<RemoteCallable<?>> tasks() {"
          + " return List.of(() -> lib.deep.Tool.twice(21)); } }";
  private static final String TOOL =
      "package lib.deep; public class Tool {"
          + " public static int twice(int x) { return dep.Dep.add(x, x); } }";
  private static final String DEP =
      "package dep; public class Dep { public static int add(int a, int b) { return a + b; } }";

  private static final String INHERITED = "a jar of the class path, used where it is";
  private static final String BARE = "in a jar that the workers don't see";

  @TempDir private Path home;

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  private UserProgram program() {
    return new UserProgram(home).jar("dep.jar", DEP).jar("tool.jar", TOOL).folder("app", TASK);
  }

  private static DriverRun ran(DriverRun run) {
    run.assertEndedWell();
    run.assertWorkersWereStrangers();
    assertThat(run.fact("result")).as("%s", run).isEqualTo("42");
    return run;
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void jarsAreUsedWhereTheyAre(Jdk jdk) {
    assertThat(ran(program().run(jdk)).fact("lib.deep.Tool")).isEqualTo("false " + INHERITED);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void jarsTravelToBareWorkers(Jdk jdk) {
    assertThat(ran(program().run(jdk, "inherit=false")).fact("lib.deep.Tool"))
        .isEqualTo("true " + BARE);
  }

  @ParameterizedTest
  @CsvSource({"lib", "lib.deep", "tool.jar"})
  void whatIsNamedTravels(String name) {
    DriverRun run = ran(program().run(Jdks.running(), "byValue=" + name));
    assertThat(run.fact("lib.deep.Tool"))
        .isEqualTo("true the options say byValue(\"" + name + "\")");
    assertThat(run.fact("dep.Dep")).isEqualTo("false " + INHERITED);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aJarIsNamedByItsPathToo(Jdk jdk) {
    UserProgram program = program();
    String path = program.path("tool.jar").toString();
    assertThat(ran(program.run(jdk, "byValue=" + path)).fact("lib.deep.Tool"))
        .isEqualTo("true the options say byValue(\"" + path + "\")");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void aModuleOfTheModulePathStaysOrTravels(Jdk jdk) {
    UserProgram program =
        new UserProgram(home)
            .module(
                "m.jar",
                "user.tools",
                "module user.tools { exports lib.deep; exports dep; }",
                TOOL,
                DEP)
            .folder("app", TASK);
    assertThat(ran(program.run(jdk)).fact("lib.deep.Tool")).isEqualTo("false " + INHERITED);
    assertThat(ran(program.run(jdk, "byValue=user.tools")).fact("lib.deep.Tool"))
        .isEqualTo("true the options say byValue(\"user.tools\")");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void bareWorkersUseTheJarsThatAreNamed(Jdk jdk) {
    DriverRun run =
        ran(program().run(jdk, "inherit=false", "byReference=lib", "byReference=dep.jar"));
    assertThat(run.fact("lib.deep.Tool")).isEqualTo("false the options say byReference(\"lib\")");
    DriverRun one = ran(program().run(jdk, "inherit=false", "byReference=dep"));
    assertThat(one.fact("lib.deep.Tool")).isEqualTo("true " + BARE);
    assertThat(one.fact("dep.Dep")).isEqualTo("false the options say byReference(\"dep\")");
  }

  @ParameterizedTest
  @CsvSource({
    "inherit=false, byReference=lib, tool.jar mentions dep.Dep of",
    "inherit=true, byReference=app, no jar of the class path or module path does",
    "inherit=true, byReference=nowhere, no jar of the class path or module path does",
    "byValue=dep, byReference=tool.jar, tool.jar mentions dep.Dep of",
    "byValue=lib, byReference=tool.jar, A jar goes one way",
    "byValue=lib.deep, byReference=lib.deep, the other option names it"
  })
  void whatCantStayIsRefusedBeforeAnythingIsSent(String first, String second, String why) {
    DriverRun run = program().run(Jdks.running(), first, second);
    run.assertEndedWell();
    assertThat(run.facts("result")).as("%s", run).isEmpty();
    assertThat(run.fact("error")).contains(why);
  }
}
