package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A runtime image of a user's: few modules of the JDK, one of the user's own among them. */
class LinkedImageIT {

  private static final String MODULES =
      "user.lib,jdk.compiler,jdk.zipfs,jdk.unsupported,java.naming,java.sql,java.management";

  @TempDir Path folder;

  // D30
  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.entourage.integration.Jdks#all")
  void itsModulesTravelFromScriptsThatItRuns(Jdk jdk) throws IOException {
    assumeTrue(Files.isExecutable(jdk.tool("jlink")), () -> "There is no jlink in " + jdk);
    Path library = library(jdk);
    Path image = folder.resolve("image");
    run(
        List.of(
            jdk.tool("jlink").toString(),
            "--module-path",
            library.toString(),
            "--add-modules",
            MODULES,
            "--output",
            image.toString()));
    Path script = Scripts.copy("LinkedDriver", folder);
    DriverRun run =
        DriverProgram.script(new Jdk(image, jdk.feature()), script)
            .withOptions("--add-modules", "user.lib")
            .run();
    run.assertEndedWell();
    run.assertWorkersWereStrangers();
    assertThat(run.fact("source")).isEqualTo("jrt:/user.lib");
    assertThat(run.fact("greeting")).isEqualTo("Hello from " + image.toRealPath());
    assertThat(run.fact("refused"))
        .contains("class=Lost")
        .contains("-javaagent:")
        .contains("HotSpotDiagnostic");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.entourage.integration.Jdks#all")
  void whatItLacksIsToldByEachPool(Jdk jdk) throws IOException {
    Path script = folder.resolve("Twice.java");
    Files.writeString(
        script,
        """
        public class Twice {
          public static void main(String[] args) {
            for (int i = 0; i < 2; i++) {
              try (var workers = dev.entourage.Workers.local(1)) {
                System.out.println(workers.submit(() -> 1).join());
              } catch (dev.entourage.ConfigurationException e) {
                System.out.println("refused=" + e.getMessage());
              }
            }
          }
        }
        """);
    DriverRun run =
        DriverProgram.script(jdk, script)
            .withOptions("--limit-modules", "jdk.compiler,jdk.zipfs")
            .run();
    assertThat(run.exitCode()).as("%s", run).isZero();
    assertThat(run.leftBehind()).isEmpty();
    assertThat(run.facts("refused"))
        .hasSize(2)
        .allMatch(line -> line.contains("java --add-modules jdk.unsupported"));
  }

  private Path library(Jdk jdk) throws IOException {
    Path sources = Files.createDirectories(folder.resolve("src/user/lib"));
    Path descriptor = sources.resolveSibling("module-info.java");
    Files.writeString(descriptor, "module user.lib { exports user.lib; }");
    Path type = sources.resolve("Greeter.java");
    Files.writeString(
        type,
        """
        package user.lib;
        public class Greeter {
          public static String greet() { return Hidden.text() + System.getProperty("java.home"); }
        }
        class Hidden {
          static String text() { return "Hello from "; }
        }
        """);
    Path classes = folder.resolve("classes");
    run(
        List.of(
            jdk.tool("javac").toString(),
            "-d",
            classes.toString(),
            descriptor.toString(),
            type.toString()));
    return classes;
  }

  private void run(List<String> command) {
    DriverRun run = new DriverProgram(command, folder).run();
    assertThat(run.exitCode()).as("%s", run).isZero();
  }
}
