package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** D28: where a script is started from makes no difference. */
class WorkingDirectoriesIT {

  private static final String SCRIPT = "SmallCases";
  private static final String FILE = SCRIPT + ".java";

  @TempDir Path parent;

  @Crosswise
  void runsFromTheFolderOfTheScript(Place place) {
    Path folder = Scripts.copy(SCRIPT, parent.resolve("deep")).getParent();
    assertRuns(DriverProgram.script(place, Path.of(FILE)).in(folder));
  }

  @Crosswise
  void runsFromTheParentFolder(Place place) {
    Scripts.copy(SCRIPT, parent.resolve("deep"));
    Path script = Path.of("deep", FILE);
    assertRuns(DriverProgram.script(place, script).in(parent));
  }

  @Crosswise
  void runsFromAnotherFolderByItsFullPath(Place place) throws IOException {
    Path script = Scripts.copy(SCRIPT, parent.resolve("deep"));
    Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
    assertRuns(DriverProgram.script(place, script).in(elsewhere));
    assertThat(elsewhere).as("what the run left there").isEmptyDirectory();
  }

  private static void assertRuns(DriverProgram program) {
    DriverRun run = program.run();
    run.assertEndedWell();
    run.assertWorkersWereStrangers();
    assertThat(CaseResult.read(run.out())).hasSize(2).allSatisfy(CaseResult::assertOk);
  }
}
