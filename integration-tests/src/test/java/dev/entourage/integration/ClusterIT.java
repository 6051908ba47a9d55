package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A1, A3 and A9 over two members of a cluster, for two drivers at once, each with a backend of its
 * own and on another Java than the members, where there is another.
 */
class ClusterIT {

  private static final String DRIVER = "ClusterTwin";

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.entourage.integration.Jdks#all")
  void twoDriversWithClassesOfOneNameGetTheirOwn(Jdk jdk) {
    Cluster cluster = Cluster.of(jdk);
    try (Driver one = cluster.host("one").start();
        Driver two = cluster.host("two").start()) {
      one.await("ready one"::equals);
      two.await("ready two"::equals);
      runTwins(cluster.on(Jdks.otherThan(jdk)));
      end(one);
      end(two);
    }
  }

  private void runTwins(Cluster cluster) {
    Path plain = Scripts.copy(DRIVER, folder.resolve("plain"));
    Path twin = Scripts.copy(DRIVER, folder.resolve("twin"), "x * 3", "x * 5");
    try (Driver first = driver(cluster, plain, "kryo").start();
        Driver second = driver(cluster, twin, "fory").start()) {
      first.await("first round done"::equals);
      second.await("first round done"::equals);
      assertRan(first, 3);
      assertRan(second, 5);
    }
  }

  /** The members may be older: they refuse classes that only the driver's Java can run. */
  private static DriverProgram driver(Cluster cluster, Path script, String backend) {
    return cluster.driver(script, backend).withOptions("--source", "17");
  }

  /** Both drivers are in the cluster with their classes when the second round begins. */
  private static void assertRan(Driver driver, int factor) {
    driver.tell("go on");
    DriverRun run = driver.finish(DriverProgram.LIMIT);
    run.assertEndedWell();
    run.assertWorkersWereStrangers();
    assertThat(CaseResult.read(run.out())).hasSize(2).allSatisfy(CaseResult::assertOk);
    String expected =
        IntStream.range(0, 20).map(x -> 1000 + x * factor).boxed().toList().toString();
    assertThat(run.facts("round")).containsExactly(expected, expected);
    assertThat(run.facts("host")).containsOnly("one", "two");
  }

  /** A host that is asked to end leaves no worker behind. */
  private static void end(Driver host) {
    host.process().destroy(); // SIGTERM
    assertThat(host.finish(DriverProgram.LIMIT).leftBehind()).isEmpty();
  }
}
