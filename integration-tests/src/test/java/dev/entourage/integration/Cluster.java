package dev.entourage.integration;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A Hazelcast cluster on the loopback interface, without TLS.
 *
 * @param jdk what its members run on
 * @param name tells it from others
 * @param port the first of its ports
 * @param ports how many it has, one a member
 */
record Cluster(Jdk jdk, String name, int port, int ports) {

  /** For how long workers go on whose driver is gone. */
  static final Duration GRACE = Duration.ofSeconds(4);

  private static final int PORTS = 6;

  /**
   * Tests run at the same time, so each takes ports of its own; they are below those that Linux
   * hands out to anybody.
   */
  private static final AtomicInteger NEXT =
      new AtomicInteger(20_000 + (int) (ProcessHandle.current().pid() % 1_000) * 2 * PORTS);

  /** Describes a cluster of its own. */
  static Cluster of(Jdk jdk) {
    return of(jdk, PORTS);
  }

  /** Describes a cluster of its own with room for more members. */
  static Cluster of(Jdk jdk, int members) {
    int port = freePorts(members);
    return new Cluster(jdk, "test-" + port, port, members);
  }

  private static int freePorts(int count) {
    return IntStream.generate(() -> NEXT.getAndAdd(count))
        .filter(first -> IntStream.range(first, first + count).allMatch(Cluster::isFree))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns the same cluster for members that run on another JDK. */
  Cluster on(Jdk other) {
    return new Cluster(other, name, port, ports);
  }

  /** Describes a host of workers. */
  DriverProgram host(String hostName) {
    return host(hostName, 2);
  }

  /** Describes a host of some workers. */
  DriverProgram host(String hostName, int workers) {
    return java(
        "dev.entourage.transport.vertx.HostMain",
        "hostName=" + hostName,
        "maxWorkers=" + workers,
        "grace=" + GRACE.toSeconds());
  }

  /** Describes a driver: a script that takes options of the transport behind its arguments. */
  DriverProgram driver(Path script, String... arguments) {
    return java(
        Stream.concat(Stream.of(script.toString()), Stream.of(arguments)).toArray(String[]::new));
  }

  /** Returns the options without which Java warns of what Hazelcast does. */
  static List<String> quietly(Jdk jdk) {
    return jdk.feature() < 24 ? List.of() : List.of("--sun-misc-unsafe-memory-access=allow");
  }

  private DriverProgram java(String... program) {
    List<String> command = new ArrayList<>(List.of(jdk.java().toString()));
    command.addAll(quietly(jdk));
    command.add("-Dslf4j.internal.verbosity=ERROR"); // Hazelcast logs through SLF4J.
    command.addAll(List.of("-cp", DriverProgram.join(Product.jarsWithTestLibraries())));
    command.addAll(List.of(program));
    options().forEach(command::add);
    return new DriverProgram(command, Product.MODULE);
  }

  /** Returns the options of all members, as name=value. */
  Stream<String> options() {
    return Stream.of(
        "insecureLoopback=true",
        "clusterName=" + name,
        "port=" + port,
        "members=" + String.join(",", members()));
  }

  private List<String> members() {
    return IntStream.range(port, port + ports).mapToObj(each -> "127.0.0.1:" + each).toList();
  }
}
