package dev.entourage.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterOptionsTest {

  @Test
  void loopbackNeedsNothingElse() {
    ClusterOptions options = read(Map.of("insecureLoopback", "true"));

    assertThat(options.host()).isEqualTo("127.0.0.1");
    assertThat(options.members()).containsExactly("127.0.0.1:5701");
    assertThat(options.port()).isEqualTo(5701);
    assertThat(options.clusterName()).isEqualTo("dev");
    assertThat(options.tls()).isEmpty();
  }

  @Test
  void membersAreAList() {
    ClusterOptions options =
        read(Map.of("insecureLoopback", "true", "members", "127.0.0.1:1, 127.0.0.1:2"));

    assertThat(options.members()).containsExactly("127.0.0.1:1", "127.0.0.1:2");
  }

  @Test
  void withoutTheFlagTlsIsNeeded() {
    assertRefused(Map.of("host", "10.0.0.1", "members", "10.0.0.2:5701"), "needs TLS");
  }

  @Test
  void theFlagBindsToLoopbackBeforeAnythingIsOpened() {
    assertRefused(Map.of("insecureLoopback", "true", "host", "0.0.0.0"), "host=0.0.0.0");
    assertRefused(Map.of("insecureLoopback", "true", "host", "192.0.2.1"), "host=192.0.2.1");
    assertThat(read(Map.of("insecureLoopback", "true", "host", "localhost")).host())
        .isEqualTo("localhost");
  }

  @Test
  void withTlsAddressesAreNeeded(@TempDir Path folder) throws Exception {
    String file = TestKeys.empty(folder.resolve("keys.p12")).toString();

    assertRefused(Map.of("keyStore", file, "trustStore", file), "needs option host");
    assertRefused(
        Map.of("keyStore", file, "trustStore", file, "host", "10.0.0.1"), "needs option members");
  }

  @Test
  void halfOfTlsIsRefused(@TempDir Path folder) throws Exception {
    String file = TestKeys.empty(folder.resolve("keys.p12")).toString();

    assertRefused(Map.of("keyStore", file), "option trustStore is missing");
    assertRefused(Map.of("privateKey", file, "certificate", file), "option authorities is missing");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertRefused(
        Map.of("keyStore", "no/such.p12", "trustStore", "no/such.p12"), "keyStore=no/such.p12");
  }

  @Test
  void valuesThatMakeNoSenseAreRefused() {
    assertRefused(Map.of("insecureLoopback", "yes"), "insecureLoopback=yes");
    assertRefused(Map.of("insecureLoopback", "true", "port", "65536"), "port=65536");
    assertRefused(Map.of("insecureLoopback", "true", "port", "x"), "port=x");
  }

  @Test
  void aFileSaysWhatNobodySaidBesideIt(@TempDir Path folder) throws Exception {
    Path file =
        Files.write(
            folder.resolve("a.properties"),
            List.of("insecureLoopback = true", "port=6000", "clusterName=theirs "));

    ClusterOptions options = read(Map.of("config", file.toString(), "port", "7000"));

    assertThat(options.insecureLoopback()).isTrue();
    assertThat(options.port()).isEqualTo(7000);
    assertThat(options.clusterName()).isEqualTo("theirs");
  }

  @Test
  void filesThatAFileNamesLieBesideIt(@TempDir Path folder) throws Exception {
    Path file =
        Files.write(
            folder.resolve("a.properties"), List.of("keyStore=keys.p12", "trustStore=no.p12"));
    TestKeys.empty(folder.resolve("keys.p12"));

    assertRefused(
        Map.of("config", file.toString()), "trustStore=" + folder.resolve("no.p12").toString());
  }

  @Test
  void aFileThatCannotBeUnderstoodIsRefused(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("a.properties"), "insecureLopback=true");

    assertRefused(Map.of("config", file.toString()), "unknown=[insecureLopback]");
    assertRefused(Map.of("config", file + ".gone"), "must be there: config=" + file + ".gone");
    Files.writeString(file, "host=\\u00");
    assertRefused(Map.of("config", file.toString()), "must be one of properties");
  }

  @Test
  void anotherClusterManagerNeedsNoMembers() {
    ClusterOptions options =
        read(Map.of("insecureLoopback", "true", "clusterManager", "java.lang.String"));

    assertThat(options.clusterManager()).contains("java.lang.String");
    assertThatThrownBy(() -> ClusteredVertx.start(options))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("implements io.vertx.core.spi.cluster.ClusterManager")
        .hasMessageContaining("clusterManager=java.lang.String");
  }

  @Test
  void theTransportNamesItsOptions() {
    assertThat(new ClusterTransport().options())
        .contains("insecureLoopback", "host", "port", "members", "keyStore", "trustStore");
  }

  private static ClusterOptions read(Map<String, String> options) {
    return ClusterOptions.read(options::get);
  }

  private static void assertRefused(Map<String, String> options, String why) {
    assertThatThrownBy(() -> read(options))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(why);
  }
}
