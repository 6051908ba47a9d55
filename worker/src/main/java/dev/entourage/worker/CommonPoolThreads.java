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
    return new SessionThread(pool);
  }

  /** Outlives generations, so it shows the one in use, and keeps none from being unloaded. */
  private static final class SessionThread extends ForkJoinWorkerThread {

    private ClassLoader users;
    private boolean set;

    SessionThread(ForkJoinPool pool) {
      super(pool);
      // The JDK gave it the loader of the thread that it was made by.
      super.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    }

    @Override
    public ClassLoader getContextClassLoader() {
      return set ? users : session;
    }

    @Override
    public void setContextClassLoader(ClassLoader loader) {
      users = loader;
      set = loader != session;
    }
  }
}
