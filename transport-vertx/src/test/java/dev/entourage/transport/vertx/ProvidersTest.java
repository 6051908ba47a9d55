package dev.entourage.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.spi.Transport;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ProvidersTest {

  @Test
  void theModuleAndTheServicesFileNameTheSameProviders() throws Exception {
    List<String> onTheClassPath =
        ServiceLoader.load(Transport.class).stream()
            .map(provider -> provider.type().getName())
            .filter(name -> name.startsWith("dev.entourage.transport.vertx."))
            .toList();

    assertThat(descriptor().provides())
        .singleElement()
        .satisfies(
            provides -> {
              assertThat(provides.service()).isEqualTo(Transport.class.getName());
              assertThat(provides.providers()).containsExactlyInAnyOrderElementsOf(onTheClassPath);
            });
  }

  @Test
  void theIdsAreThoseOfTheDocumentation() {
    assertThat(ServiceLoader.load(Transport.class))
        .extracting(Transport::id)
        .contains("processes", "cluster");
  }

  /** This module's own; each module on the class path has one. */
  private static ModuleDescriptor descriptor() throws Exception {
    URI classes =
        ClusterTransport.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    try (InputStream in = classes.resolve("module-info.class").toURL().openStream()) {
      return ModuleDescriptor.read(in);
    }
  }
}
