package dev.entourage.worker;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * Makes the threads of the worker's common pool, so that parallel streams and asynchronous stages
 * of user code find its classes. Named on the worker's command line.
 *
 * @since 0.1
 */
public final class CommonPoolThreads implements ForkJoinPool.ForkJoinWorkerThreadFactory {

  private static volatile ClassLoader session = ClassLoader.getPlatformClassLoader();

  /** Called by the JDK. */
  public CommonPoolThreads() {}

  static void show(ClassLoader loader) {
    session = loader;
  }

  @Override
  public ForkJoinWorkerThread newThread(ForkJoinPool pool) {
    ForkJoinWorkerThread thread = new SessionThread(pool);
    thread.setContextClassLoader(session);
    return thread;
  }

  private static final class SessionThread extends ForkJoinWorkerThread {
    SessionThread(ForkJoinPool pool) {
      super(pool);
    }
  }
}
