package dev.entourage.transport.vertx;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * Finds out whether an event bus demands client certificates, by connecting to it without one and
 * asking for a pong. It must have been asked for its certificate, and must not get a pong.
 */
final class TlsProbe {

  /** The first handshake of a JVM takes seconds where the machine is busy. */
  private static final int TIMEOUT_MILLIS = 10_000;

  /** The bus's answer to a ping. */
  private static final int PONG = 1;

  /** What came of a ping. */
  private enum Answer {
    PONG,
    SILENCE,
    CLOSED
  }

  private TlsProbe() {}

  /**
   * Looks for what would let a stranger in.
   *
   * @param host where the bus is
   * @param port where the bus is
   * @return what is wrong; empty when a peer without a certificate is turned away
   */
  static Optional<String> flaw(String host, int port) {
    try {
      if (pingInPlainText(host, port) == Answer.PONG) {
        return Optional.of("it has no TLS");
      }
      return flawOfTls(host, port);
    } catch (IOException | GeneralSecurityException failure) {
      return Optional.of("whether it demands client certificates can't be found out: " + failure);
    }
  }

  private static Answer pingInPlainText(String host, int port) throws IOException {
    try (Socket socket = connect(host, port)) {
      return ping(socket);
    }
  }

  private static Socket connect(String host, int port) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      return socket;
    } catch (IOException unreachable) {
      socket.close();
      throw unreachable;
    }
  }

  private static Optional<String> flawOfTls(String host, int port)
      throws IOException, GeneralSecurityException {
    NoCertificate nobody = new NoCertificate();
    if (pingOverTls(host, port, nobody) != Answer.CLOSED) {
      return Optional.of("it has TLS, but serves peers that have no client certificate");
    }
    return nobody.wasAsked()
        ? Optional.empty()
        : Optional.of("it doesn't ask for client certificates, or speaks no TLS");
  }

  private static Answer pingOverTls(String host, int port, NoCertificate keys)
      throws IOException, GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(new KeyManager[] {keys}, new TrustManager[] {new AnyServer()}, null);
    try (Socket plain = connect(host, port);
        SSLSocket socket =
            (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true)) {
      return shakeHandsAndPing(socket);
    }
  }

  private static Answer shakeHandsAndPing(SSLSocket socket) throws SocketTimeoutException {
    try {
      socket.startHandshake();
      return ping(socket);
    } catch (SocketTimeoutException silence) {
      throw silence;
    } catch (IOException refused) {
      return Answer.CLOSED; // With TLS 1.2 already in the handshake, with 1.3 after it.
    }
  }

  private static Answer ping(Socket socket) throws IOException {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(BusPing.bytes());
      out.flush();
      return socket.getInputStream().read() == PONG ? Answer.PONG : Answer.CLOSED;
    } catch (SocketTimeoutException silence) {
      return Answer.SILENCE;
    } catch (IOException refused) {
      return Answer.CLOSED;
    }
  }
}
