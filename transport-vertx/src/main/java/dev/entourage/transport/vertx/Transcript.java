package dev.entourage.transport.vertx;

import dev.entourage.transport.vertx.Knock.Hello;
import dev.entourage.transport.vertx.Knock.Welcome;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * The hash of all that two sides have said to each other. Both sign it, each in a role of its own,
 * and the link's keys come from it: so each of host, session, keys, nonces and nodes is bound.
 *
 * @param hash SHA-256
 */
record Transcript(byte[] hash) {

  /** Who signs. A signature of one role never counts for the other. */
  enum Role {
    DRIVER,
    HOST
  }

  static Transcript of(Hello hello, Welcome welcome) {
    List<String> said =
        List.of(
            "entourage link",
            Notice.PROTOCOL,
            hello.link(),
            hello.host(),
            hello.node(),
            hello.key(),
            hello.nonce(),
            hello.ephemeral(),
            welcome.name(),
            welcome.node(),
            welcome.key(),
            welcome.nonce(),
            welcome.ephemeral());
    return new Transcript(sha256(said));
  }

  /** Returns what a side signs. */
  byte[] toSign(Role role) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(sha256(List.of("entourage signature", role.name())));
    message.writeBytes(hash);
    return message.toByteArray();
  }

  /** Each text goes in with its length, so that none can reach into the next. */
  private static byte[] sha256(List<String> texts) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      for (String text : texts) {
        out.writeUTF(text);
      }
      return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
