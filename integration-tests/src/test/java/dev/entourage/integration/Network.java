package dev.entourage.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Machines of a network, as far as their programs can tell: network namespaces of Linux on a bridge
 * of their own, out of reach of everybody else. What two of them say to one another can be lost
 * without a word, as in a real partition.
 */
final class Network implements AutoCloseable {

  /** A machine. */
  record Node(String namespace, int number) {

    String address() {
      return "10.93.0." + number;
    }

    /** Returns a program as it runs there. */
    DriverProgram program(DriverProgram program) {
      List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", namespace));
      command.addAll(program.command());
      return new DriverProgram(command, program.workingDirectory(), program.environment());
    }
  }

  private static final String BRIDGE = "bridge0";

  private final String prefix = "entourage-" + ProcessHandle.current().pid() + "-";
  private final List<Node> nodes = new ArrayList<>();
  private final Thread end = new Thread(this::removeAll);

  private Network() {}

  /** Opens a network of some machines; empty where that takes rights or programs we don't have. */
  static Optional<Network> of(int size) {
    Network network = new Network();
    Runtime.getRuntime().addShutdownHook(network.end);
    try {
      network.add(size);
      return Optional.of(network);
    } catch (IOException refused) {
      network.close();
      return Optional.empty();
    }
  }

  private void add(int size) throws IOException {
    ip("netns", "add", hub());
    ip("-n", hub(), "link", "add", "name", BRIDGE, "type", "bridge");
    ip("-n", hub(), "link", "set", BRIDGE, "up");
    for (int number = 1; number <= size; number++) {
      add(new Node(prefix + number, number));
    }
  }

  private void add(Node node) throws IOException {
    String there = node.namespace();
    String port = port(node);
    ip("netns", "add", there);
    nodes.add(node);
    ip("-n", hub(), "link", "add", port, "type", "veth", "peer", "name", "eth0", "netns", there);
    ip("-n", hub(), "link", "set", port, "master", BRIDGE, "up");
    ip("-n", there, "addr", "add", node.address() + "/24", "dev", "eth0");
    ip("-n", there, "link", "set", "eth0", "up");
    ip("-n", there, "link", "set", "lo", "up");
  }

  /** Returns a machine, from 0. */
  Node node(int index) {
    return nodes.get(index);
  }

  /** From now on these hear nothing of one another; all others hear everybody. */
  void part(Node one, Node other) {
    isolate(one, "on");
    isolate(other, "on");
  }

  /** Everybody hears everybody again. */
  void heal() {
    nodes.forEach(node -> isolate(node, "off"));
  }

  /** Breaks all connections of a machine, with what is on its way. */
  void breakConnections(Node node) {
    try {
      run("ip", "netns", "exec", node.namespace(), "ss", "-K", "dst", "10.93.0.0/24");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void isolate(Node node, String onOrOff) {
    try {
      run(
          Stream.of("ip netns exec", hub(), "bridge link set dev", port(node), "isolated", onOrOff)
              .flatMap(part -> Stream.of(part.split(" ")))
              .toArray(String[]::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String hub() {
    return prefix + "hub";
  }

  private static String port(Node node) {
    return "port" + node.number();
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(end);
    removeAll();
  }

  private void removeAll() {
    Stream.concat(nodes.stream().map(Node::namespace), Stream.of(hub())).forEach(this::remove);
    nodes.clear();
  }

  private void remove(String namespace) {
    try {
      ip("netns", "del", namespace);
    } catch (IOException notThere) {
      // It was never made.
    }
  }

  private static void ip(String... arguments) throws IOException {
    run(Stream.concat(Stream.of("ip"), Stream.of(arguments)).toArray(String[]::new));
  }

  private static void run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", command) + ": " + said);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
