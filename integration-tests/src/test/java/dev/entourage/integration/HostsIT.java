package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts come and go while tasks run, and their driver is killed in the end. */
class HostsIT {

  /** A node that died is missed within seconds, and the machine may be busy. */
  private static final Duration LIMIT = Cluster.GRACE.plusSeconds(20);

  @TempDir Path folder;

  @Test
  void everyFutureEndsAndAKilledDriverLeavesNoWorker() {
    Cluster cluster = Cluster.of(Jdks.running());
    Path late = folder.resolve("late");
    try (Driver one = cluster.host("one").start();
        Driver two = cluster.host("two").start();
        Driver three = cluster.host("three").start()) {
      one.await("ready one"::equals);
      two.await("ready two"::equals);
      three.await("ready three"::equals);
      try (Driver driver = cluster.driver(Product.driver("HostsDriver"), late.toString()).start();
          Driver four = cluster.host("four").start()) {
        driver.await("ended=100"::equals);
        drain(one);
        driver.tell("go on");
        driver.await("ended=1100"::equals);
        four.await("ready four"::equals);
        two.process().destroyForcibly(); // SIGKILL
        driver.await("right=2000"::equals);
        driver.await(line -> line.contains("outliving"));

        DriverRun run = kill(driver, late, three, four);
        assertThat(run.facts("failure")).isEmpty();
        assertThat(run.facts("host")).contains("four").doesNotContain("one", "two");
        assertThat(run.err().stream().filter(line -> line.startsWith("entourage: ")))
            .as("besides what Vert.x tells of connections, only killed workers are told of")
            .hasSizeLessThanOrEqualTo(2)
            .allMatch(line -> line.contains("A worker ended"));
      }
    }
  }

  /** What a host that ends was at is finished there, so that nobody is told of a lost worker. */
  private static void drain(Driver host) {
    host.process().destroy(); // SIGTERM
    assertThat(host.finish(DriverProgram.LIMIT).leftBehind()).isEmpty();
  }

  /** D34. */
  private static DriverRun kill(Driver driver, Path late, Driver... hosts) {
    List<ProcessHandle> workers = Stream.of(hosts).flatMap(HostsIT::workers).toList();
    assertThat(workers).isNotEmpty();
    driver.process().destroyForcibly();
    DriverRun run = driver.finish(DriverProgram.LIMIT);
    assertThat(Stragglers.remaining(workers, LIMIT)).as("alive after %s", LIMIT).isEmpty();
    assertThat(late).as("its classes were still found").hasContent("late");
    assertThat(hosts).allMatch(host -> host.process().isAlive());
    return run;
  }

  private static Stream<ProcessHandle> workers(Driver host) {
    return host.family().running().stream()
        .filter(process -> process.pid() != host.process().pid());
  }
}
