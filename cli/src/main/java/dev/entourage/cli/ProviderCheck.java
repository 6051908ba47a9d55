package dev.entourage.cli;

import dev.entourage.spi.Engine;
import dev.entourage.spi.SerializationBackend;
import dev.entourage.spi.Transport;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Consumer;

/** Which engine, backends and transports the ServiceLoader finds, and the flags they need. */
final class ProviderCheck {

  private final Report report;
  private final Set<String> ids = new HashSet<>();

  private ProviderCheck(Report report) {
    this.report = report;
  }

  static void examine(Report report, ClassLoader loader) {
    ProviderCheck check = new ProviderCheck(report);
    check.each(
        "Engine",
        ServiceLoader.load(Engine.class, loader),
        check::engine,
        "No engine is on the class path. Depend on dev.entourage:entourage-engine.");
    check.each(
        "Backend",
        ServiceLoader.load(SerializationBackend.class, loader),
        check::backend,
        "No backend is on the class path. Depend on dev.entourage:entourage-backend-kryo.");
    check.each(
        "Transport",
        ServiceLoader.load(Transport.class, loader),
        check::transport,
        "No transport is on the class path. Depend on dev.entourage:entourage-engine.");
  }

  private <S> void each(
      String subject, ServiceLoader<S> providers, Consumer<S> shown, String whenNone) {
    try {
      List<S> found = all(providers);
      found.forEach(shown);
      if (found.isEmpty()) {
        report.row(subject, "none", "");
        report.problem(whenNone);
      }
    } catch (ServiceConfigurationError e) {
      report.row(subject, "broken", "");
      report.problem(subject + " can't be loaded: " + e.getMessage() + ". Check the class path.");
    }
  }

  /** By class, so that each run shows the same order. */
  static <S> List<S> all(ServiceLoader<S> providers) {
    return providers.stream()
        .sorted(Comparator.comparing(provider -> provider.type().getName()))
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  private void engine(Engine engine) {
    report.row("Engine", "found", engine.getClass().getName());
  }

  private void backend(SerializationBackend backend) {
    if (!ids.add(backend.id())) {
      report.problem(
          "Each backend must have an id of its own: backend="
              + backend.id()
              + ", class="
              + backend.getClass().getName()
              + ". Take one of the two off the path.");
    }
    try {
      report.row("Backend", backend.id(), needs(backend));
    } catch (LinkageError e) {
      report.row("Backend", backend.id(), "its library is missing");
      report.problem(
          "A backend needs its library: backend="
              + backend.id()
              + ", missing="
              + e.getMessage()
              + ". Depend on dev.entourage:entourage-backend-"
              + backend.id()
              + ", which brings it.");
    }
    flags(backend);
  }

  private static String needs(SerializationBackend backend) {
    String libraries = LibraryVersions.of(backend);
    List<String> flags = backend.jvmOptions();
    return (libraries.isEmpty() ? "" : libraries + "; ")
        + (flags.isEmpty() ? "needs no flags" : "needs " + String.join(" ", flags));
  }

  private void flags(SerializationBackend backend) {
    List<String> flags = backend.jvmOptions();
    List<String> missing = missingFlags(flags);
    if (!missing.isEmpty()) {
      report.problem(
          "The backend needs flags that this JVM was started without: backend="
              + backend.id()
              + ". Set JDK_JAVA_OPTIONS="
              + String.join(" ", missing));
    }
  }

  private void transport(Transport transport) {
    String options = String.join(", ", transport.options().stream().sorted().toList());
    report.row("Transport", transport.id(), options.isEmpty() ? "" : "options: " + options);
  }

  private static List<String> missingFlags(List<String> flags) {
    List<String> given = ManagementFactory.getRuntimeMXBean().getInputArguments();
    return flags.stream().filter(flag -> !given.contains(flag)).toList();
  }
}
