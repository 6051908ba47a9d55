package dev.entourage.worker;

import dev.entourage.preparer.Digest;
import dev.entourage.preparer.SessionLoaders;
import dev.entourage.spi.SerializationBackend;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The generations of one session by their loaders. Thread-safe. */
final class Generations {

  private final SessionLoaders loaders;
  private final SerializationBackend backend;
  private final Questions questions;
  private final Map<ClassLoader, Generation> generations = new ConcurrentHashMap<>();

  Generations(SessionLoaders loaders, SerializationBackend backend, Questions questions) {
    this.loaders = loaders;
    this.backend = backend;
    this.questions = questions;
  }

  /** Finds the generation of a manifest; may ask the driver for code. */
  Generation of(Digest manifest) {
    ClassLoader loader = loaders.loaderFor(manifest);
    CommonPoolThreads.show(loader);
    return generations.computeIfAbsent(loader, made -> new Generation(made, backend, questions));
  }

  void forget(Digest shared) {
    generations.values().forEach(generation -> generation.forget(shared));
  }
}
