package dev.entourage.transport.vertx;

import dev.entourage.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key of Ed25519: who a driver or a host is. Its file holds both halves, as PEM, since the JDK
 * can't tell the public one from the private one.
 */
final class Identity {

  private static final byte[] PROBE = "entourage".getBytes(StandardCharsets.UTF_8);

  private final PrivateKey secret;
  private final PeerKey open;

  private Identity(PrivateKey secret, PeerKey open) {
    this.secret = secret;
    this.open = open;
  }

  static Identity generate() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(PeerKey.ALGORITHM).generateKeyPair();
      return new Identity(pair.getPrivate(), PeerKey.of(pair.getPublic().getEncoded()));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible); // Each JDK since 15 has it.
    }
  }

  /**
   * Reads the file of a key.
   *
   * @param option the option that names it, for messages
   * @throws ConfigurationException when it holds no key, or others could have read or written it
   */
  static Identity read(String option, Path file) {
    FileModes.requireSecret(option, file);
    try {
      return parse(Files.readString(file));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException failure) {
      throw new ConfigurationException(
          "The file holds no key that can be used: "
              + option
              + "="
              + file
              + ": "
              + failure.getMessage()
              + ". Make one with: entourage keygen --out "
              + file,
          failure);
    }
  }

  private static Identity parse(String pem) throws GeneralSecurityException {
    PrivateKey secret =
        KeyFactory.getInstance(PeerKey.ALGORITHM)
            .generatePrivate(new PKCS8EncodedKeySpec(block("PRIVATE KEY", pem)));
    Identity identity = new Identity(secret, PeerKey.of(block("PUBLIC KEY", pem)));
    if (!identity.open.signed(PROBE, identity.sign(PROBE))) {
      throw new IllegalArgumentException("its two halves don't belong together");
    }
    return identity;
  }

  private static byte[] block(String kind, String pem) {
    Matcher block =
        Pattern.compile("-----BEGIN " + kind + "-----([^-]*)-----END " + kind + "-----")
            .matcher(pem);
    if (!block.find()) {
      throw new IllegalArgumentException("it has no " + kind);
    }
    return Base64.getMimeDecoder().decode(block.group(1));
  }

  /** Writes both halves as PEM. */
  String pem() {
    return pem("PRIVATE KEY", secret.getEncoded())
        + pem("PUBLIC KEY", Base64.getDecoder().decode(open.text()));
  }

  private static String pem(String kind, byte[] bytes) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
  }

  PeerKey key() {
    return open;
  }

  /** Signs a message. Takes about a millisecond. */
  byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance(PeerKey.ALGORITHM);
      signature.initSign(secret);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
