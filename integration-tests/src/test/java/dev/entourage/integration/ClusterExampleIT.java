package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/cluster.md tells a new user to do, in the three terminals that it takes. */
class ClusterExampleIT {

  private static final String LAUNCHER = Product.TOP.resolve("entourage").toString();

  @TempDir Path folder;

  @Test
  void twoHostsRunTheExampleAndNothingIsLeft() throws Exception {
    Cluster cluster = Cluster.of(Jdks.all().get(Jdks.all().size() - 1));
    Path file = Files.write(folder.resolve("my.properties"), cluster.options().toList());
    try (Driver a = host(cluster, file, "a");
        Driver b = host(cluster, file, "b")) {
      a.await("ready a"::equals);
      b.await("ready b"::equals);

      String script = Product.example("Cluster").toString();
      DriverRun run = entourage(cluster, "run", "--cluster", file.toString(), script).run();

      assertThat(run.exitCode()).as("%s", run).isZero();
      assertThat(run.err()).as("%s", run).isEmpty();
      assertThat(run.out())
          .contains("w1 is on host a", "w2 is on host b")
          .anyMatch(line -> line.startsWith("2^p - 1 is prime for p = [2, 3, 5, 7, 13, 17"));
      assertThat(members(cluster, file))
          .as("columns HOST, WORKERS, DRIVERS, LOST and REFUSED, behind those of what was done")
          .satisfiesExactly(
              head -> assertThat(head).startsWith("HOST  JAVA"),
              line -> assertThat(line).matches("a  .*  0/1  +0  +[1-9]\\d* .* [kM]B +0 +0"),
              line -> assertThat(line).matches("b  .*  0/1  +0  +[1-9]\\d* .* [kM]B +0 +0"));
      end(a);
      end(b);
    }
  }

  /** Asks the hosts what they did: the session of the script is over. */
  private List<String> members(Cluster cluster, Path file) {
    DriverRun run = entourage(cluster, "members", "--cluster", file.toString()).run();
    assertThat(run.exitCode()).as("%s", run).isZero();
    assertThat(run.err()).as("%s", run).isEmpty();
    return run.out();
  }

  private Driver host(Cluster cluster, Path file, String name) {
    String[] command = {"worker", "--cluster", file.toString(), "--name", name, "--workers", "1"};
    return entourage(cluster, command).start();
  }

  private DriverProgram entourage(Cluster cluster, String... arguments) {
    List<String> command = new ArrayList<>(List.of(LAUNCHER));
    command.addAll(List.of(arguments));
    return new DriverProgram(command, folder).withJavaHome(cluster.jdk());
  }

  private static void end(Driver host) {
    host.process().destroy(); // SIGTERM
    DriverRun run = host.finish(DriverProgram.LIMIT);
    assertThat(run.leftBehind()).isEmpty();
    assertThat(run.err()).noneMatch(line -> line.contains("WARN") || line.contains("Exception"));
  }
}
