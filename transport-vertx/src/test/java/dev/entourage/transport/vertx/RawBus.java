package dev.entourage.transport.vertx;

import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.spi.cluster.NodeInfo;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** Speaks to the bus of a node through a socket of its own, as whoever finds its port may. */
final class RawBus {

  private static final int TIMEOUT_MILLIS = 30_000;

  private final NodeInfo node;

  RawBus(Vertx node) {
    this.node = ((VertxInternal) node).clusterManager().getNodeInfo();
  }

  /** Sends a message with the certificate of a store. */
  void send(Path store, String address, DeliveryOptions message) throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    char[] password = TestKeys.PASSWORD.toCharArray();
    keys.init(KeyStore.getInstance(store.toFile(), password), password);
    try (SSLSocket socket = connect(keys.getKeyManagers())) {
      socket.getOutputStream().write(frame(address, message));
      socket.getOutputStream().flush();
      socket.setSoTimeout(1_000);
      read(socket); // It stays open, as nodes do not answer: time enough to be heard.
    }
  }

  /** Sends a message, and waits until the node has hung up. */
  void sendWithoutCertificate(String address, DeliveryOptions message) throws Exception {
    try (SSLSocket socket = connect(new KeyManager[] {new NoCertificate()})) {
      socket.getOutputStream().write(frame(address, message));
      socket.getOutputStream().flush();
      while (socket.getInputStream().read() >= 0) {
        // Whatever it says is no invitation.
      }
    } catch (IOException hungUp) {
      // With TLS 1.3 the client learns of it when it reads.
    }
  }

  private static void read(SSLSocket socket) {
    try {
      socket.getInputStream().read();
    } catch (IOException nothing) {
      // As expected.
    }
  }

  private SSLSocket connect(KeyManager[] keys) throws IOException, GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, new TrustManager[] {new AnyServer()}, null);
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(node.host(), node.port());
    socket.setSoTimeout(TIMEOUT_MILLIS);
    return socket;
  }

  /** Writes a message without a body, as Vert.x 5 does. */
  private static byte[] frame(String address, DeliveryOptions options) throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(message);
    out.write(new byte[] {1, 0, 0}); // The version, the codec of null, sent to one.
    text(out, address);
    text(out, "");
    text(out, "nobody");
    ByteArrayOutputStream headers = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(headers);
    fields.writeInt(options.getHeaders().size());
    for (Map.Entry<String, String> header : options.getHeaders()) {
      text(fields, header.getKey());
      text(fields, header.getValue());
    }
    out.writeInt(headers.size() + Integer.BYTES);
    headers.writeTo(out);
    ByteArrayOutputStream framed = new ByteArrayOutputStream();
    new DataOutputStream(framed).writeInt(message.size());
    message.writeTo(framed);
    return framed.toByteArray();
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
