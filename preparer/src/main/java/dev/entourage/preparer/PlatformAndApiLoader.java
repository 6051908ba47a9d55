package dev.entourage.preparer;

import dev.entourage.Workers;
import dev.entourage.spi.Engine;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Shows the JDK's modules and the API, and nothing else that is on a worker's own path. The one
 * name besides is that of the engine: {@code Workers.local} must find it, so that a task can have
 * workers of its own. Its class comes from a loader that user code doesn't see.
 */
final class PlatformAndApiLoader extends ClassLoader {

  /** What tells of the engine. */
  static final String ENGINE_SERVICE = "META-INF/services/" + Engine.class.getName();

  private static final String ENGINE = "dev.entourage.engine.PoolEngine";

  private static final Set<String> API = Set.of("dev.entourage", "dev.entourage.spi");

  /** Packages of the JDK that its platform loader doesn't show, such as the compiler's. */
  private static final Set<String> TOOLS = toolPackages();

  static {
    registerAsParallelCapable();
  }

  private final Supplier<Optional<ClassLoader>> engine;

  PlatformAndApiLoader() {
    this(Optional::empty);
  }

  /**
   * Makes a loader that shows an engine, too.
   *
   * @param engine the loader of an engine, asked for when somebody looks for one
   */
  PlatformAndApiLoader(Supplier<Optional<ClassLoader>> engine) {
    super("entourage-platform", ClassLoader.getPlatformClassLoader());
    this.engine = engine;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    String packageName = packageName(name);
    if (API.contains(packageName)) {
      return Workers.class.getClassLoader().loadClass(name);
    }
    if (TOOLS.contains(packageName)) {
      return ClassLoader.getSystemClassLoader().loadClass(name);
    }
    Optional<ClassLoader> found = name.equals(ENGINE) ? engine.get() : Optional.empty();
    return found.orElseThrow(() -> new ClassNotFoundException(name)).loadClass(name);
  }

  @Override
  protected URL findResource(String name) {
    return engineFor(name).map(loader -> loader.getResource(name)).orElse(null);
  }

  @Override
  protected Enumeration<URL> findResources(String name) throws IOException {
    Optional<ClassLoader> found = engineFor(name);
    return found.isPresent() ? found.get().getResources(name) : Collections.emptyEnumeration();
  }

  private Optional<ClassLoader> engineFor(String resource) {
    return resource.equals(ENGINE_SERVICE) ? engine.get() : Optional.empty();
  }

  static boolean isApi(String packageName) {
    return API.contains(packageName);
  }

  static String packageName(String className) {
    return className.substring(0, Math.max(0, className.lastIndexOf('.')));
  }

  private static Set<String> toolPackages() {
    return ModuleLayer.boot().modules().stream()
        .filter(PlatformModules::isPlatform)
        .filter(module -> module.getClassLoader() == ClassLoader.getSystemClassLoader())
        .flatMap(module -> module.getPackages().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
