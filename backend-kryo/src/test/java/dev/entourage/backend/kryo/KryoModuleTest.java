package dev.entourage.backend.kryo;

import static org.assertj.core.api.Assertions.assertThat;

import com.esotericsoftware.kryo.util.Util;
import dev.entourage.spi.SerializationBackend;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class KryoModuleTest {

  private final ModuleDescriptor module = module();

  private static ModuleDescriptor module() {
    try {
      Path place =
          Path.of(KryoBackend.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return ModuleFinder.of(place).find("dev.entourage.backend.kryo").orElseThrow().descriptor();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void exportsNothing() {
    assertThat(module.exports()).isEmpty();
    assertThat(module.opens()).isEmpty();
  }

  @Test
  void declaresTheSameProvidersInBothPlaces() {
    List<String> onClassPath =
        ServiceLoader.load(SerializationBackend.class).stream()
            .map(provider -> provider.type().getName())
            .toList();
    assertThat(module.provides())
        .singleElement()
        .satisfies(
            p -> assertThat(p.service()).isEqualTo(SerializationBackend.class.getName()),
            p -> assertThat(p.providers()).isEqualTo(onClassPath));
  }

  @Test
  void keepsKryoAwayFromUnsafe() {
    String before = System.getProperty("kryo.unsafe");
    new KryoBackend();
    assertThat(Util.isUnsafeAvailable()).isFalse();
    assertThat(System.getProperty("kryo.unsafe")).isEqualTo(before);
  }
}
