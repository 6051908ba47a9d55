package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A driver with a security manager whose policy lets it do all: threads of the JDK's own pools may
 * still do nothing, so results must not come home on these. Java 24 has no security manager.
 */
@EnabledForJreRange(max = JRE.JAVA_23)
class SecurityManagerIT {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "CallbackCases, -Djava.security.manager",
    "LateManagerCases, -Djava.security.manager=allow"
  })
  void isNotInTheWay(String cases, String manager) throws IOException {
    Path policy = folder.resolve("all.policy");
    Files.writeString(policy, "grant { permission java.security.AllPermission; };\n");
    DriverRun run =
        DriverProgram.script(Jdks.running(), Scripts.ofCases(cases), "kryo")
            .withOptions(DriverProgram.QUICK, manager, "-Djava.security.policy==" + policy)
            .run();
    assertThat(run.exitCode()).as("%s", run).isZero();
    run.assertWorkersWereStrangers();
    assertThat(CaseResult.read(run.out())).isNotEmpty().allSatisfy(CaseResult::assertOk);
    assertThat(run.err())
        .filteredOn(line -> !line.startsWith("entourage: A worker ended"))
        .allMatch(line -> line.startsWith("WARNING: "))
        .isNotEmpty();
  }
}
