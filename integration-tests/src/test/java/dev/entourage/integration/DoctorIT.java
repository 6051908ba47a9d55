package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The launcher's jars as a whole: every provider is found, and workers answer. */
class DoctorIT {

  @TempDir Path elsewhere;

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.entourage.integration.Jdks#all")
  void findsAllThatShipsInGoodHealth(Jdk jdk) {
    String launcher = Product.TOP.resolve("entourage").toString();
    DriverRun run =
        new DriverProgram(List.of(launcher, "doctor"), elsewhere).withJavaHome(jdk).run();

    run.assertEndedWell();
    assertThat(run.out())
        .anyMatch(line -> line.matches("Worker +fory +process \\d+ answered after \\d+ ms"))
        .anyMatch(line -> line.matches(" +kryo +process \\d+ answered after \\d+ ms"))
        .anyMatch(line -> line.matches(" +fst +process \\d+ answered after \\d+ ms"))
        .anyMatch(line -> line.matches(" +protostuff +process \\d+ answered after \\d+ ms"))
        .anyMatch(line -> line.matches("Archive +fory +(none yet|used: .*/entourage/worker-.*jsa)"))
        .anyMatch(line -> line.matches("Plain lambdas +fory +travel, with no flag"))
        .anyMatch(line -> line.matches(" +fst +travel, with no flag"))
        .anyMatch(line -> line.matches(" +kryo +travel, with no flag"))
        .anyMatch(line -> line.matches(" +protostuff +travel, with no flag"))
        .anyMatch(line -> line.matches("Agent +from the start +entourage run, or .*agent.*jar"))
        .anyMatch(line -> line.matches(" +while it runs +this Java lets it in(, and warns)?"))
        .endsWith("All is well.");
  }
}
