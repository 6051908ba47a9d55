package dev.entourage.transport.vertx;

import dev.entourage.ConfigurationException;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.JksOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.KeyStoreOptionsBase;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.net.TrustOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Keys and trust of the bus.
 *
 * @param key what this node shows to others
 * @param trust whom it lets in
 */
record BusTls(KeyCertOptions key, TrustOptions trust) {

  /** The files with private keys, even if behind a password, which is seen on command lines. */
  private static final Set<String> SECRETS = Set.of("keyStore", "privateKey");

  /**
   * Reads options.
   *
   * @param values knows the value of a name, or null
   * @return TLS; empty when no option speaks of it
   * @throws ConfigurationException when a half of it is missing, or a file
   */
  static Optional<BusTls> read(UnaryOperator<String> values) {
    if (values.apply("keyStore") != null || values.apply("trustStore") != null) {
      return Optional.of(
          new BusTls(
              store(values, "keyStore", "keyStorePassword"),
              store(values, "trustStore", "trustStorePassword")));
    }
    if (values.apply("privateKey") != null
        || values.apply("certificate") != null
        || values.apply("authorities") != null) {
      return Optional.of(
          new BusTls(
              new PemKeyCertOptions()
                  .setKeyPath(file(values, "privateKey"))
                  .setCertPath(file(values, "certificate")),
              new PemTrustOptions().addCertPath(file(values, "authorities"))));
    }
    return Optional.empty();
  }

  private static KeyStoreOptionsBase store(
      UnaryOperator<String> values, String name, String passwordName) {
    String path = file(values, name);
    String password = values.apply(passwordName);
    return path.toLowerCase(Locale.ROOT).endsWith(".jks")
        ? new JksOptions().setPath(path).setPassword(password)
        : new PfxOptions().setPath(path).setPassword(password);
  }

  private static String file(UnaryOperator<String> values, String name) {
    String path = values.apply(name);
    if (path == null) {
      throw new ConfigurationException(
          "TLS of the bus is incomplete: option " + name + " is missing.");
    }
    Path file = Path.of(path);
    if (!Files.isReadable(file)) {
      throw new ConfigurationException(
          "A file of the bus's TLS can't be read: " + name + "=" + path);
    }
    if (SECRETS.contains(name)) {
      FileModes.requireSecret(name, file);
    } else {
      FileModes.requireOurs(name, file);
    }
    return file.toAbsolutePath().toString();
  }

  /** Makes a bus that talks to nobody without a certificate. */
  void applyTo(EventBusOptions bus) {
    bus.setSsl(true)
        .setKeyCertOptions(key)
        .setTrustOptions(trust)
        .setClientAuth(ClientAuth.REQUIRED);
  }
}
