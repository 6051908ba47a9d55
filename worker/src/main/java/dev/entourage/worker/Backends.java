package dev.entourage.worker;

import dev.entourage.ConfigurationException;
import dev.entourage.spi.SerializationBackend;
import java.util.List;
import java.util.ServiceLoader;

/** Finds the backend that the session names on this worker's own class path. */
final class Backends {

  private Backends() {}

  static SerializationBackend require(String id) {
    List<SerializationBackend> found =
        ServiceLoader.load(SerializationBackend.class, Backends.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    return found.stream()
        .filter(backend -> backend.id().equals(id))
        .findFirst()
        .orElseThrow(() -> missing(id, found));
  }

  private static ConfigurationException missing(String id, List<SerializationBackend> found) {
    return new ConfigurationException(
        "A worker must have the backend of its session: backend="
            + id
            + ", found="
            + found.stream().map(SerializationBackend::id).toList()
            + ". Where the worker's host runs, depend on dev.entourage:entourage-backend-"
            + id
            + ".");
  }
}
