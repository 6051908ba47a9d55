package dev.entourage.worker;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a task gets that submits another. While it waits, static fields may be set for others: the
 * task that it waits for may be one of them.
 *
 * @param <R> the type of the result
 */
class NestedFuture<R> extends RemoteFuture<R> {

  private volatile Runnable stop = () -> {};

  /** Says how to stop the task, which is done before anything that hangs on this future. */
  void stopBy(Runnable step) {
    stop = step;
  }

  @Override
  protected final void doom() {
    if (!isDone()) {
      stop.run();
    }
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new NestedFuture<>();
  }

  @Override
  public R get() throws InterruptedException, ExecutionException {
    try {
      return outside(super::get);
    } catch (InterruptedException | ExecutionException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public R get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    try {
      return outside(() -> super.get(timeout, unit));
    } catch (InterruptedException | ExecutionException | TimeoutException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public R join() {
    try {
      return outside(super::join);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private R outside(Callable<R> wait) throws Exception {
    if (isDone() || !(Thread.currentThread() instanceof TaskThread thread)) {
      return wait.call();
    }
    RunningTask task = thread.task();
    return task.generation().statics().outside(task.parcel().statics(), wait);
  }
}
