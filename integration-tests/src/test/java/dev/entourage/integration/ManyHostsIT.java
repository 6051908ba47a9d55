package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many hosts on one machine, each a JVM with a worker JVM: they join, serve and leave. It takes
 * some gigabytes and minutes, so only the profile runs it.
 *
 * <pre>mvn -Psoak -pl integration-tests -am verify -Dtest=ManyHostsIT</pre>
 */
@Tag("soak")
class ManyHostsIT {

  private static final int HOSTS = Integer.getInteger("soak.hosts", 32);
  private static final int TASKS = Integer.getInteger("soak.hosts.tasks", 10_000);

  @TempDir Path folder;

  @Test
  void manyHostsJoinServeAndLeave() throws Exception {
    Cluster cluster = Cluster.of(Jdks.running(), HOSTS + 2);
    Path file = Files.write(folder.resolve("many.properties"), cluster.options().toList());
    List<Driver> hosts = new ArrayList<>();
    try {
      long begun = System.nanoTime();
      for (int i = 0; i < HOSTS; i++) {
        hosts.add(cluster.host("h" + i, 1).withOptions("-Xmx128m", "-XX:+UseSerialGC").start());
        String ready = "ready h" + i;
        hosts.get(i).await(ready::equals);
      }
      System.out.printf("%d hosts joined one another in %d ms%n", HOSTS, millis(begun));

      DriverRun run =
          DriverProgram.script(
                  Jdks.running(),
                  Product.jarsWithTestLibraries(),
                  Product.driver("ManyHostsDriver"),
                  Integer.toString(HOSTS),
                  Integer.toString(TASKS))
              .withOptions("-Dentourage.transport=cluster", "-Dentourage.cluster=" + file)
              .run();

      System.out.println(String.join(System.lineSeparator(), run.out()));
      assertThat(run.exitCode()).as("%s", run).isZero();
      assertThat(run.fact("right")).isEqualTo("true");
      assertThat(run.fact("hosts")).isEqualTo(Integer.toString(HOSTS));
      assertThat(run.fact("busy")).isEqualTo(Integer.toString(HOSTS));
      begun = System.nanoTime();
      hosts.forEach(host -> host.process().destroy()); // SIGTERM
      assertThat(hosts)
          .allSatisfy(host -> assertThat(host.finish(DriverProgram.LIMIT).leftBehind()).isEmpty());
      System.out.printf("%d hosts left in %d ms%n", HOSTS, millis(begun));
    } finally {
      hosts.forEach(Driver::close);
    }
  }

  private static long millis(long since) {
    return (System.nanoTime() - since) / 1_000_000;
  }
}
