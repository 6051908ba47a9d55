package dev.entourage.transport.vertx;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds out where a port of this machine is bound, by connecting to it. */
final class BindProbe {

  /** Addresses of one's own answer at once, or not at all. */
  private static final int TIMEOUT_MILLIS = 300;

  /**
   * On Linux all of 127.0.0.0/8 is loopback. Who accepts here but was not bound to it is bound to
   * every interface, also on a machine that has no other one at the moment.
   */
  private static final String OTHER_LOOPBACK = "127.83.101.1";

  private BindProbe() {}

  /**
   * Lists the addresses, besides loopback ones, at which a port accepts connections.
   *
   * @param host the loopback address where the port is meant to be
   * @param port the port
   * @return addresses as text; empty when the port is bound to loopback alone
   */
  static List<String> reachedFrom(String host, int port) {
    List<String> reached = new ArrayList<>();
    for (InetAddress address : candidates(host)) {
      if (accepts(address, port)) {
        reached.add(address.getHostAddress());
      }
    }
    return reached;
  }

  private static List<InetAddress> candidates(String host) {
    try (Stream<NetworkInterface> interfaces = NetworkInterface.networkInterfaces()) {
      List<InetAddress> candidates = new ArrayList<>();
      if (!host.equals(OTHER_LOOPBACK)) {
        candidates.add(InetAddress.getByName(OTHER_LOOPBACK));
      }
      interfaces
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> !address.isLoopbackAddress())
          .forEach(candidates::add);
      return candidates;
    } catch (SocketException | java.net.UnknownHostException noInterfaces) {
      throw new IllegalStateException("Can't list the network interfaces", noInterfaces);
    }
  }

  private static boolean accepts(InetAddress address, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), TIMEOUT_MILLIS);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }
}
