package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

/** E43: a driver that is killed leaves no worker behind, whether idle or in a task without end. */
class KilledDriverIT {

  private static final Duration LIMIT = Duration.ofSeconds(5);

  @Crosswise
  void endsItsWorkers(Place place) {
    DriverProgram program =
        DriverProgram.script(place, Product.jars(), Product.driver("BusyDriver"), "spin");
    try (Driver driver = program.start()) {
      driver.await("ready"::equals);
      driver.await(line -> line.contains("spinning"));
      List<ProcessHandle> family = driver.family().running();
      assertThat(family).as("a driver and its two workers").hasSize(3);

      driver.process().destroyForcibly(); // SIGKILL: no shutdown hook runs
      assertThat(Stragglers.remaining(family, LIMIT)).as("alive after %s", LIMIT).isEmpty();
      assertThat(driver.family().running()).as("started meanwhile").isEmpty();
    }
  }
}
