package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two drivers on the same hosts for a minute, whose classes have the same names and other code: a
 * round that isn't all right would show the code of the other.
 *
 * <pre>mvn -Psoak -pl integration-tests -am verify -Dtest=TwinsIT</pre>
 */
@Tag("soak")
class TwinsIT {

  private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("soak.twins", 60));

  @TempDir Path folder;

  @Test
  void neitherRunsTheCodeOfTheOther() throws Exception {
    Cluster cluster = Cluster.of(Jdks.running());
    Path file = Files.write(folder.resolve("twins.properties"), cluster.options().toList());
    Path plain = Scripts.copy("RoundsDriver", folder.resolve("plain"));
    Path twin = Scripts.copy("RoundsDriver", folder.resolve("twin"), "task * 31", "task * 37");
    try (Driver one = cluster.host("one").start();
        Driver two = cluster.host("two").start()) {
      one.await("ready one"::equals);
      two.await("ready two"::equals);
      try (Driver first = driver(file, plain).start();
          Driver second = driver(file, twin).start()) {
        int rounds = 0;
        for (long end = System.nanoTime() + TIME.toNanos(); System.nanoTime() < end; rounds++) {
          for (Driver driver : List.of(first, second)) {
            driver.tell("round");
          }
          for (Driver driver : List.of(first, second)) {
            assertThat(driver.awaitNext(line -> line.startsWith("round=")))
                .isEqualTo("round=2000 right, each once: true");
          }
        }
        System.out.println(rounds + " rounds of each, 2,000 tasks a round");
      }
    }
  }

  private static DriverProgram driver(Path file, Path script) {
    return DriverProgram.script(Jdks.running(), Product.jarsWithTestLibraries(), script)
        .withOptions("-Dentourage.transport=cluster", "-Dentourage.cluster=" + file);
  }
}
