package dev.entourage.worker;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The future of a task that runs elsewhere. Who ends it from outside, in whatever way, doesn't wait
 * for the task any more: it is told to stop, before anything runs that hangs on this future.
 *
 * @param <R> the type of the result
 * @since 0.1
 */
public abstract class RemoteFuture<R> extends CompletableFuture<R> {

  /** Makes a future that hasn't ended. */
  protected RemoteFuture() {}

  /** Stops the task, unless this future has ended. Called by who ends it next. */
  protected abstract void doom();

  /**
   * The task has returned.
   *
   * @param result what it returned
   * @return whether that ends this future
   */
  public final boolean returned(R result) {
    return super.complete(result);
  }

  /**
   * The task has thrown.
   *
   * @param what what it threw
   */
  public final void threw(Throwable what) {
    super.completeExceptionally(what);
  }

  @Override
  public final boolean cancel(boolean mayInterrupt) {
    doom();
    return super.cancel(mayInterrupt);
  }

  /** {@link #completeOnTimeout} comes this way, too. */
  @Override
  public final boolean complete(R result) {
    doom();
    return super.complete(result);
  }

  /** {@link #orTimeout} comes this way, too. */
  @Override
  public final boolean completeExceptionally(Throwable why) {
    doom();
    return super.completeExceptionally(why);
  }

  @Override
  public final void obtrudeValue(R result) {
    doom();
    super.obtrudeValue(result);
  }

  @Override
  public final void obtrudeException(Throwable why) {
    doom();
    super.obtrudeException(why);
  }

  /** The JDK's own would end this future past all of the above. */
  @Override
  public final CompletableFuture<R> completeAsync(
      Supplier<? extends R> supplier, Executor executor) {
    CompletableFuture<? extends R> other = CompletableFuture.supplyAsync(supplier, executor);
    whenComplete((result, e) -> other.cancel(false));
    other.whenComplete(this::end);
    return this;
  }

  private void end(R result, Throwable why) {
    if (why == null) {
      complete(result);
    } else {
      completeExceptionally(why);
    }
  }
}
