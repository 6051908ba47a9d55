package dev.entourage.transport.vertx;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The message by which nodes of a cluster ask each other whether they are alive. */
final class BusPing {

  private static final int VERSION = 1;
  private static final int PING_CODEC = 1;
  private static final int SEND = 0;
  private static final int NO_HEADERS = 4;

  private BusPing() {}

  /** Writes the message as Vert.x 5 does. A bus that knows it answers with one byte. */
  static byte[] bytes() {
    try {
      ByteArrayOutputStream message = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(message);
      out.writeByte(VERSION);
      out.writeByte(PING_CODEC);
      out.writeByte(SEND);
      text(out, "__vertx_ping");
      text(out, "");
      text(out, "entourage-probe");
      out.writeInt(NO_HEADERS);
      return withLength(message.toByteArray());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] withLength(byte[] message) throws IOException {
    ByteArrayOutputStream framed = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(framed);
    out.writeInt(message.length);
    out.write(message);
    return framed.toByteArray();
  }
}
