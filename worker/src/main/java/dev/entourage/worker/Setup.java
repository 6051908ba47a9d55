package dev.entourage.worker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/**
 * What a worker reads from its standard input: one line. Arguments would show the secret to all
 * users of the machine.
 *
 * @param secret what host and worker know
 * @param address where the host listens: a Unix-domain socket or a port of the loopback interface
 * @since 0.1
 */
public record Setup(Secret secret, SocketAddress address) {

  /**
   * Encodes this setup.
   *
   * @return one line with its end
   */
  public String toLine() {
    return secret.hex() + " " + place() + "\n";
  }

  /**
   * Decodes a setup.
   *
   * @param line what {@link #toLine} returned, without the line's end
   * @return the setup
   */
  public static Setup parse(String line) {
    String[] fields = line.split(" ", 3);
    if (fields.length != 3) {
      throw new FrameException("A worker is started by its host, which tells it where to connect");
    }
    return new Setup(Secret.ofHex(fields[0]), address(fields[1], fields[2]));
  }

  Link connect() throws IOException {
    Optional<Letterboxes> boxes = letterboxes(); // They are gone once this worker is let in.
    Link link = new Link(SocketChannel.open(address));
    boxes.ifPresent(both -> link.also(both, false));
    return link;
  }

  private Optional<Letterboxes> letterboxes() {
    if (!(address instanceof UnixDomainSocketAddress socket)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Letterboxes.find(files(socket).letters()));
    } catch (IOException e) {
      return Optional.empty(); // The host has made none.
    }
  }

  /** Removes what a host has left behind that died before its worker was let in. */
  void deleteFiles() {
    if (address instanceof UnixDomainSocketAddress socket) {
      try {
        files(socket).delete();
      } catch (IOException e) {
        // It isn't ours, and nobody is left to be told.
      }
    }
  }

  private static DoorFiles files(UnixDomainSocketAddress socket) {
    return new DoorFiles(socket.getPath().getParent());
  }

  private String place() {
    return address instanceof InetSocketAddress tcp ? "tcp " + tcp.getPort() : "unix " + address;
  }

  private static SocketAddress address(String kind, String place) {
    return kind.equals("tcp")
        ? new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(place))
        : UnixDomainSocketAddress.of(place);
  }
}
