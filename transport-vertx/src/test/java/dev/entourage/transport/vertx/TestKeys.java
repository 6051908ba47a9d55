package dev.entourage.transport.vertx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** Makes key stores with the JDK's own tool. */
final class TestKeys {

  static final String PASSWORD = "not-a-secret";

  private TestKeys() {}

  /** Makes a key with a certificate that it signed itself; the store trusts it as well. */
  static Path selfSigned(Path folder, String name) throws IOException, InterruptedException {
    Path store = folder.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IOException(output);
    }
    return ours(store);
  }

  /** Writes the key and the certificate of a store as PEM, next to it. */
  static void writePem(Path store, String name) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    byte[] key = keys.getKey(name, PASSWORD.toCharArray()).getEncoded();
    byte[] certificate = keys.getCertificate(name).getEncoded();
    ours(Files.writeString(store.resolveSibling("key.pem"), pem("PRIVATE KEY", key)));
    Files.writeString(store.resolveSibling("certificate.pem"), pem("CERTIFICATE", certificate));
  }

  /** Makes a key of a driver or a host; its public half is in the file with {@code .pub} behind. */
  static Path peer(Path folder, String name) {
    Path file = folder.resolve(name);
    KeyFile.create(file, name, false);
    return file;
  }

  /** Returns the list of just that key. */
  static Path listing(Path peer) {
    return peer.resolveSibling(peer.getFileName() + ".pub");
  }

  /** Makes a file that holds nothing, and that nobody else may read. */
  static Path empty(Path file) throws IOException {
    return ours(Files.createFile(file));
  }

  private static Path ours(Path file) throws IOException {
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static String pem(String kind, byte[] bytes) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
  }
}
