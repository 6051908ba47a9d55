package dev.entourage.engine;

import dev.entourage.ConfigurationException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;

/** Finds providers next to the engine and through the context class loader, each class once. */
final class Providers {

  private Providers() {}

  /** A service must be loaded by its own module, so each caller's {@code uses} is in ours. */
  static <P> List<P> all(Class<P> service) {
    Set<Class<?>> known = new HashSet<>();
    List<P> found = new ArrayList<>();
    add(found, known, service, Providers.class.getClassLoader());
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    if (context != null && shows(context, service)) {
      add(found, known, service, context);
    }
    return found;
  }

  /** Servers and test runners have loaders with a copy of us, whose providers fit only that. */
  private static boolean shows(ClassLoader loader, Class<?> service) {
    try {
      return Class.forName(service.getName(), false, loader) == service;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  static <P> Optional<P> byId(List<P> providers, Function<P, String> id, String wanted) {
    return providers.stream().filter(provider -> id.apply(provider).equals(wanted)).findFirst();
  }

  private static <P> void add(
      List<P> found, Set<Class<?>> known, Class<P> service, ClassLoader loader) {
    try {
      ServiceLoader.load(service, loader).stream()
          .filter(provider -> known.add(provider.type()))
          .map(ServiceLoader.Provider::get)
          .forEach(found::add);
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new ConfigurationException(
          "A provider that is declared must be loadable: service="
              + service.getName()
              + ", found="
              + found.stream().map(each -> each.getClass().getName()).toList()
              + ", reason="
              + e.getMessage()
              + ". Add what it lacks to the path, or take it off.",
          e);
    }
  }
}
