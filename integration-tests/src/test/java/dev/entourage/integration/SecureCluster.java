package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A Hazelcast cluster as it is meant to be used: each member on a machine of its own, with
 * certificates, and with keys by which driver and hosts know each other.
 */
final class SecureCluster {

  private static final String DRIVER = "driver";
  private static final String PASSWORD = "not-a-secret";
  private static final int PORT = 5701;

  private final Jdk jdk;
  private final Path folder;
  private final Map<String, Network.Node> nodes = new TreeMap<>();

  private SecureCluster(Jdk jdk, Path folder) {
    this.jdk = jdk;
    this.folder = folder;
  }

  /** Describes a driver on the first node and hosts on the others, with all files they need. */
  static SecureCluster make(Path folder, Network network, List<String> hosts)
      throws IOException, InterruptedException {
    SecureCluster cluster = new SecureCluster(Jdks.all().get(0), folder);
    cluster.nodes.put(DRIVER, network.node(0));
    for (int i = 0; i < hosts.size(); i++) {
      cluster.nodes.put(hosts.get(i), network.node(i + 1));
    }
    cluster.writeFiles(hosts);
    return cluster;
  }

  private void writeFiles(List<String> hosts) throws IOException, InterruptedException {
    certificate();
    for (String name : nodes.keySet()) {
      key(name);
    }
    list("drivers", List.of(DRIVER));
    list("hosts", hosts);
    for (String name : nodes.keySet()) {
      properties(name);
    }
  }

  /** One certificate for all: what is tested with it are keys. */
  private void certificate() throws IOException, InterruptedException {
    String store = folder.resolve("bus.p12").toString();
    run(
        Stream.of(
            jdk.home().resolve("bin/keytool").toString(),
            "-genkeypair -alias bus -keyalg EC -dname CN=bus -validity 2 -storetype PKCS12",
            "-storepass " + PASSWORD + " -keystore " + store));
    secret(folder.resolve("bus.p12"));
  }

  private void key(String name) throws IOException, InterruptedException {
    run(
        Stream.of(
            jdk.java() + " -cp " + DriverProgram.join(Product.jars()),
            "dev.entourage.cli.Main keygen --name " + name,
            "--out " + folder.resolve(name + ".key")));
  }

  private void list(String name, List<String> owners) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String owner : owners) {
      lines.addAll(Files.readAllLines(folder.resolve(owner + ".key.pub")));
    }
    secret(Files.write(folder.resolve(name), lines));
  }

  private void properties(String name) throws IOException {
    List<String> members =
        nodes.values().stream().map(node -> node.address() + ":" + PORT).toList();
    secret(
        Files.write(
            folder.resolve(name + ".properties"),
            List.of(
                "host=" + nodes.get(name).address(),
                "members=" + String.join(",", members),
                "keyStore=bus.p12",
                "keyStorePassword=" + PASSWORD,
                "trustStore=bus.p12",
                "trustStorePassword=" + PASSWORD,
                "key=" + name + ".key",
                name.equals(DRIVER) ? "hosts=hosts" : "drivers=drivers")));
  }

  private static void secret(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  /** Describes a host of two workers. */
  DriverProgram host(String name) {
    return java(
        name,
        "dev.entourage.transport.vertx.HostMain",
        "hostName=" + name,
        "maxWorkers=2",
        file(name));
  }

  private String file(String name) {
    return "config=" + folder.resolve(name + ".properties");
  }

  /** Describes a driver, which finds the cluster as those of the command line do. */
  DriverProgram driver(Path script) {
    return java(
        DRIVER,
        "-Dentourage.transport=cluster",
        "-Dentourage.cluster=" + folder.resolve(DRIVER + ".properties"),
        script.toString());
  }

  Network.Node node(String name) {
    return nodes.get(name);
  }

  Network.Node driverNode() {
    return nodes.get(DRIVER);
  }

  private DriverProgram java(String name, String... program) {
    List<String> command = new ArrayList<>(List.of(jdk.java().toString()));
    command.addAll(Cluster.quietly(jdk));
    command.addAll(List.of("-cp", DriverProgram.join(Product.jarsWithTestLibraries())));
    command.addAll(List.of(program));
    return nodes.get(name).program(new DriverProgram(command, Product.MODULE));
  }

  private static void run(Stream<String> words) throws IOException, InterruptedException {
    List<String> command = words.flatMap(word -> Stream.of(word.split(" "))).toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s: %s", command, said).isZero();
  }
}
