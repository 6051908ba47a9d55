package dev.entourage.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NoHazelcastTest {

  @Test
  void aClusterWithoutHazelcastNamesTheDependency() throws Exception {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("hazelcast"))
            .collect(Collectors.joining(File.pathSeparator));
    Process host =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                HostMain.class.getName(),
                "insecureLoopback=true")
            .redirectErrorStream(true)
            .start();
    String output = new String(host.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(host.waitFor()).isEqualTo(1);
    assertThat(output)
        .isEqualToIgnoringNewLines(
            "Transport \"cluster\" needs Hazelcast: depend on io.vertx:vertx-hazelcast.");
  }
}
