package dev.entourage.preparer;

import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.util.List;

/** Tells the JDK's own modules from the user's, in a linked runtime image too. */
final class PlatformModules {

  /** A linked image holds the user's modules next to these. */
  private static final List<String> PREFIXES =
      List.of("java.", "jdk.", "javafx.", "oracle.", "com.oracle.", "com.azul.", "org.graalvm.");

  private PlatformModules() {}

  static boolean isPlatform(Module module) {
    return module.isNamed()
        && module.getLayer() == ModuleLayer.boot()
        && PREFIXES.stream().anyMatch(module.getName()::startsWith)
        && inRuntimeImage(module);
  }

  private static boolean inRuntimeImage(Module module) {
    return module
        .getLayer()
        .configuration()
        .findModule(module.getName())
        .map(ResolvedModule::reference)
        .flatMap(ModuleReference::location)
        .filter(location -> location.getScheme().equals("jrt"))
        .isPresent();
  }
}
