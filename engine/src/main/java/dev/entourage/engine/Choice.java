package dev.entourage.engine;

import dev.entourage.ConfigurationException;
import dev.entourage.spi.SerializationBackend;
import dev.entourage.spi.Transport;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Picks the providers of a pool. Whatever doesn't fit is an error that lists what was found. */
final class Choice {

  /** The transport of a pool on this machine. */
  static final String PROCESSES = "processes";

  /** Set by {@code entourage run --cluster}: scripts that name no transport take this one. */
  private static final String TRANSPORT_PROPERTY = "entourage.transport";

  private static final String DEFAULT_BACKEND = "kryo";

  private static final List<String> OUR_BACKENDS = List.of("fory", "fst", "kryo", "protostuff");
  private static final String BACKEND_ARTIFACT = "dev.entourage:entourage-backend-";

  private Choice() {}

  static SerializationBackend backend(Optional<String> wanted) {
    List<SerializationBackend> found = Providers.all(SerializationBackend.class);
    return backend(found, wanted);
  }

  static SerializationBackend backend(List<SerializationBackend> found, Optional<String> wanted) {
    if (wanted.isEmpty() && found.size() == 1) {
      return found.get(0);
    }
    String id = wanted.orElse(DEFAULT_BACKEND);
    return only("backend", found, SerializationBackend::id, id, backendFix(id));
  }

  /** Names the dependency that brings a backend; of an id that we don't know, those that we do. */
  static String backendFix(String id) {
    return OUR_BACKENDS.contains(id)
        ? "Depend on " + BACKEND_ARTIFACT + id
        : "Ours are "
            + OUR_BACKENDS
            + ", each in "
            + BACKEND_ARTIFACT
            + "<id>: depend on one of them, or on the module that brings "
            + id;
  }

  /** Workers are started with what their backend needs; the driver is already running. */
  static void requireOptions(SerializationBackend backend, List<String> given) {
    List<String> missing =
        backend.jvmOptions().stream().filter(option -> !given.contains(option)).toList();
    if (!missing.isEmpty()) {
      String line = String.join(" ", missing);
      throw new ConfigurationException(
          "The driver's JVM must have the options that its backend needs: backend="
              + backend.id()
              + ", missing="
              + missing
              + ". Start it with java "
              + line
              + " …, or set JDK_JAVA_OPTIONS='"
              + line
              + "'; workers get them by themselves.");
    }
  }

  static String defaultTransport() {
    return System.getProperty(TRANSPORT_PROPERTY, PROCESSES);
  }

  static Transport transport(String wanted) {
    return transport(Providers.all(Transport.class), wanted);
  }

  static Transport transport(List<Transport> found, String wanted) {
    String fix = "Depend on dev.entourage:entourage-transport-vertx";
    return only("transport", found, Transport::id, wanted, fix);
  }

  static void requireKnown(Set<String> options, Transport transport) {
    Set<String> unknown = new TreeSet<>(options);
    unknown.removeAll(transport.options());
    if (!unknown.isEmpty()) {
      throw new ConfigurationException(
          "An option must be one of the transport's: unknown="
              + unknown
              + ", transport="
              + transport.id()
              + ", known="
              + new TreeSet<>(transport.options()));
    }
  }

  private static <P> P only(
      String what, List<P> found, Function<P, String> id, String wanted, String fix) {
    List<String> ids = found.stream().map(id).sorted().toList();
    if (new HashSet<>(ids).size() < ids.size()) {
      throw new ConfigurationException(
          "Each " + what + " must have an id of its own: found=" + names(found, id));
    }
    return Providers.byId(found, id, wanted)
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "The "
                        + what
                        + " must be there: "
                        + what
                        + "="
                        + wanted
                        + ", found="
                        + ids
                        + ". "
                        + fix
                        + (ids.isEmpty() ? "." : ", or ask for one that was found.")));
  }

  private static <P> List<String> names(List<P> found, Function<P, String> id) {
    return found.stream().map(p -> id.apply(p) + " (" + p.getClass().getName() + ")").toList();
  }
}
