package dev.entourage.backend.protostuff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.spi.SerializationBackend;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The packaged jar, on a module path of its own. */
class PackagedModuleIT {

  private static final String NAME = "dev.entourage.backend.protostuff";

  private final ModuleFinder jar = ModuleFinder.of(Path.of(System.getProperty("packaged")));

  @Test
  void describesItselfAsAModuleThatExportsNothing() {
    ModuleDescriptor module = jar.find(NAME).orElseThrow().descriptor();

    assertThat(module.isAutomatic()).isFalse();
    assertThat(module.exports()).isEmpty();
    assertThat(module.opens()).isEmpty();
    assertThat(module.requires())
        .extracting(ModuleDescriptor.Requires::name)
        .containsExactlyInAnyOrder("java.base", "dev.entourage.api");
    assertThat(module.provides())
        .singleElement()
        .satisfies(
            p -> assertThat(p.service()).isEqualTo(SerializationBackend.class.getName()),
            p -> assertThat(p.providers()).containsExactly(ProtostuffBackend.class.getName()));
  }

  @Test
  void bringsProtostuffAlong() throws Exception {
    ModuleLayer layer = layer();
    Class<?> service =
        layer.findLoader("dev.entourage.api").loadClass(SerializationBackend.class.getName());
    Object backend = ServiceLoader.load(layer, service).iterator().next();

    assertThat(backend.getClass().getModule().getName()).isEqualTo(NAME);
    assertThat(service.getMethod("id").invoke(backend)).isEqualTo("protostuff");
    assertThat(service.getMethod("libraries").invoke(backend)).isEqualTo(List.of());
  }

  private ModuleLayer layer() throws Exception {
    Path api =
        Path.of(
            SerializationBackend.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Configuration modules =
        ModuleLayer.boot()
            .configuration()
            .resolve(
                ModuleFinder.compose(jar, ModuleFinder.of(api)), ModuleFinder.of(), Set.of(NAME));
    return ModuleLayer.boot()
        .defineModulesWithOneLoader(modules, ClassLoader.getPlatformClassLoader());
  }
}
