package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A driver on the newest JDK, and a host on the oldest. */
class NewerDriverIT {

  @TempDir Path folder;

  // D35
  @Test
  void isToldBothVersionsWhenItsClassesAreTooNew() {
    List<Jdk> jdks = Jdks.all();
    Jdk oldest = jdks.get(0);
    Jdk newest = jdks.get(jdks.size() - 1);
    assumeTrue(oldest.feature() < newest.feature(), "There is one JDK only");
    Cluster hosts = Cluster.of(oldest);
    Cluster drivers = hosts.on(newest);
    try (Driver host = hosts.host("old").start()) {
      host.await("ready old"::equals);
      DriverRun run = drivers.driver(Scripts.copy("NewerDriver", folder)).run();
      run.assertEndedWell();
      assertThat(run.fact("java")).isEqualTo(String.valueOf(newest.feature()));
      assertThat(run.fact("worker")).isEqualTo(String.valueOf(oldest.feature()));
      assertThat(run.fact("refused"))
          .contains("class NewerDriver needs Java " + newest.feature())
          .contains("runs Java " + oldest.feature() + ".");
      assertThat(run.fact("again")).isEqualTo(String.valueOf(oldest.feature()));
    }
  }
}
