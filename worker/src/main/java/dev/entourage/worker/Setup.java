package dev.entourage.worker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;

/**
 * What a worker reads from its standard input: one line. Arguments would show the secret to all
 * users of the machine.
 *
 * @param worker the number that its host gave it
 * @param secret what host and worker know
 * @param address where the host listens: a Unix-domain socket or a port of the loopback interface
 * @since 0.1
 */
public record Setup(int worker, Secret secret, SocketAddress address) {

  /**
   * Encodes this setup.
   *
   * @return one line with its end
   */
  public String toLine() {
    return worker + " " + secret.hex() + " " + place() + "\n";
  }

  /**
   * Decodes a setup.
   *
   * @param line what {@link #toLine} returned, without the line's end
   * @return the setup
   */
  public static Setup parse(String line) {
    String[] fields = line.split(" ", 4);
    if (fields.length != 4) {
      throw new FrameException("A worker is started by its host, which tells it where to connect");
    }
    return new Setup(
        Integer.parseInt(fields[0]), Secret.ofHex(fields[1]), address(fields[2], fields[3]));
  }

  Link connect() throws IOException {
    return new Link(SocketChannel.open(address));
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
