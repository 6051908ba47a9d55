package dev.entourage.preparer;

import dev.entourage.Workers;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows the JDK's modules and the API, and nothing else that is on a worker's own path. */
final class PlatformAndApiLoader extends ClassLoader {

  private static final Set<String> API = Set.of("dev.entourage", "dev.entourage.spi");

  /** Packages of the JDK that its platform loader doesn't show, such as the compiler's. */
  private static final Set<String> TOOLS = toolPackages();

  static {
    registerAsParallelCapable();
  }

  PlatformAndApiLoader() {
    super("entourage-platform", ClassLoader.getPlatformClassLoader());
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
    throw new ClassNotFoundException(name);
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
