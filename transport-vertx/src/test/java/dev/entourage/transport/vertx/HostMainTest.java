package dev.entourage.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.spi.Transport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class HostMainTest {

  @Test
  void servesOverTlsUntilItIsEndedAndPrintsNothingElse(@TempDir Path folder) throws Exception {
    String store = TestKeys.selfSigned(folder, "node").toString();
    int port = freePort();
    FakeDriver driver = new FakeDriver();
    driver.options.putAll(
        Map.of("host", "127.0.0.1", "port", "" + port, "members", "127.0.0.1:" + port));
    driver.options.putAll(Map.of("keyStore", store, "keyStorePassword", TestKeys.PASSWORD));
    driver.options.putAll(Map.of("trustStore", store, "trustStorePassword", TestKeys.PASSWORD));
    Path driverKey = TestKeys.peer(folder, "driver");
    Path hostKey = TestKeys.peer(folder, "host");
    Map<String, String> options = new HashMap<>(driver.options);
    options.put("key", hostKey.toString());
    options.put("drivers", TestKeys.listing(driverKey).toString());
    driver.options.put("key", driverKey.toString());
    driver.options.put("hosts", TestKeys.listing(hostKey).toString());
    Process host = start(options);
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(host.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(output.readLine()).isEqualTo("ready a");
      try (Transport.Connection connection = new ClusterTransport().connect(driver)) {
        assertThat(FakeDriver.next(driver.joined)).isEqualTo("a");
        host.toHandle().destroy(); // Unlike host.destroy(), it leaves the stream open.
        assertThat(FakeDriver.next(driver.left)).isEqualTo("a");
        assertThat(connection).isNotNull();
      }
      assertThat(output.readLine()).isNull();
      host.waitFor();
    } finally {
      host.destroyForcibly();
    }
  }

  @Test
  void refusesArgumentsThatItDoesNotKnow() throws Exception {
    Process host = start(Map.of("colour", "red"));
    String output = new String(host.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(host.waitFor()).isEqualTo(1);
    assertThat(output).contains("colour=red", "insecureLoopback");
  }

  private static Process start(Map<String, String> options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (Runtime.version().feature() >= 24) {
      command.add("--sun-misc-unsafe-memory-access=allow"); // Hazelcast asks for it.
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(HostMain.class.getName(), "hostName=a", "maxWorkers=1"));
    options.forEach((name, value) -> command.add(name + "=" + value));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
