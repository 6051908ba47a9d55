package dev.entourage.worker;

import dev.entourage.preparer.Digest;
import dev.entourage.preparer.SessionLoaders;
import dev.entourage.spi.SerializationBackend;

/**
 * The generations of one session by their loaders, each as long as its loader lives. Thread-safe.
 */
final class Generations {

  private final SessionLoaders loaders;
  private final SerializationBackend backend;
  private final Questions questions;
  private final RemoteWorkers own;

  Generations(
      SessionLoaders loaders,
      SerializationBackend backend,
      Questions questions,
      RemoteWorkers own) {
    this.loaders = loaders;
    this.backend = backend;
    this.questions = questions;
    this.own = own;
  }

  /** Finds the generation of a manifest; may ask the driver for code. */
  Generation of(Digest manifest) {
    ClassLoader loader = loaders.loaderFor(manifest);
    CommonPoolThreads.show(loader);
    return of(loader);
  }

  private Generation of(ClassLoader loader) {
    return SessionLoaders.companion(
        loader, Generation.class, made -> new Generation(made, backend, questions, own));
  }

  void forget(Digest shared) {
    loaders.alive().forEach(loader -> of(loader).forget(shared));
  }

  /** Says whether this JVM had better be replaced: classes that nobody needs stay for good. */
  boolean areLeaking() {
    return loaders.isLeaking();
  }
}
