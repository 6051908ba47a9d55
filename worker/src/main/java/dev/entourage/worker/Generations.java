package dev.entourage.worker;

import dev.entourage.preparer.Digest;
import dev.entourage.preparer.SessionLoaders;
import dev.entourage.spi.SerializationBackend;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The generations of one session by their loaders, each as long as its loader lives. Thread-safe.
 */
final class Generations {

  private final SessionLoaders loaders;
  private final SerializationBackend backend;
  private final Questions questions;
  private final RemoteWorkers own;
  private final Executor forgetting =
      new ThreadPoolExecutor(
          0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Generations::thread);

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

  /**
   * Called by the thread that reads the link, so it must not wait: who finds code holds the locks
   * of the loaders until that very thread reads the driver's answer.
   */
  void forget(Digest shared) {
    forgetting.execute(() -> forgetNow(shared));
  }

  private void forgetNow(Digest shared) {
    loaders.alive().forEach(loader -> of(loader).forget(shared));
  }

  /** Says whether this JVM had better be replaced: classes that nobody needs stay for good. */
  boolean areLeaking() {
    return loaders.isLeaking();
  }

  private static Thread thread(Runnable body) {
    Thread thread = new Thread(null, body, "entourage-forgetting", 0, false);
    thread.setDaemon(true);
    return thread;
  }
}
