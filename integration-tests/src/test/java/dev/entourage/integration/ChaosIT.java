package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Issue 5: while workers are killed, stopped and slowed at random, every future ends, and with the
 * right result. A minute of it, with 20,000 tasks, and what a failure's seed does:
 *
 * <pre>mvn verify -Dit.test=ChaosIT -Dchaos.seconds=60 -Dchaos.tasks=20000 -Dchaos.seed=1</pre>
 */
class ChaosIT {

  private static final int SECONDS = Integer.getInteger("chaos.seconds", 10);
  private static final int TASKS = Integer.getInteger("chaos.tasks", 1_000);
  private static final long SEED = Long.getLong("chaos.seed", new Random().nextLong());

  @Test
  void everyFutureEndsWithItsResultWhateverHappensToWorkers(@TempDir Path temporary) {
    DriverProgram program =
        DriverProgram.script(Jdks.running(), Product.driver("ChaosDriver"), arguments())
            .withOptions("-Djava.io.tmpdir=" + temporary);
    try (Driver driver = program.start()) {
      DriverRun run = driver.finish(DriverProgram.LIMIT.plus(Duration.ofSeconds(SECONDS)));

      run.assertEndedWell();
      assertThat(run.facts("failure")).as("%s", run).isEmpty();
      assertThat(run.fact("right")).isEqualTo(run.fact("submitted"));
      assertThat(Integer.parseInt(run.fact("right"))).isGreaterThanOrEqualTo(TASKS);
      assertThat(Integer.parseInt(run.fact("kills"))).as("%s", run).isPositive();
      assertThat(run.fact("closed")).isEqualTo("true");
      assertThat(temporary).isEmptyDirectory();
    }
  }

  private static String[] arguments() {
    return new String[] {Integer.toString(SECONDS), Integer.toString(TASKS), Long.toString(SEED)};
  }
}
