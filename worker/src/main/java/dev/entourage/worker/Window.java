package dev.entourage.worker;

import dev.entourage.EntourageException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The tasks of one call that are under way, whose results come in their order or as they are ready.
 * For one thread, but for what the futures call.
 */
final class Window implements AutoCloseable {

  /** More failures than a person reads. */
  private static final int MOST = 1_000;

  private final boolean ordered;
  private final boolean failFast;
  private final Progress progress;
  private final Set<CompletableFuture<Object>> open = new LinkedHashSet<>();
  private final BlockingQueue<CompletableFuture<Object>> ready = new LinkedBlockingQueue<>();
  private final List<Throwable> failures = new ArrayList<>();

  Window(boolean ordered, boolean failFast, Progress progress) {
    this.ordered = ordered;
    this.failFast = failFast;
    this.progress = progress;
  }

  int size() {
    synchronized (open) {
      return open.size();
    }
  }

  void add(CompletableFuture<Object> task) {
    synchronized (open) {
      open.add(task);
    }
    task.whenComplete((result, e) -> ended(task, e));
  }

  /** Waits for the next task, in order or not; it has ended when this method returns. */
  CompletableFuture<Object> next() {
    try {
      CompletableFuture<Object> next = ordered ? first() : ready.take();
      synchronized (open) {
        open.remove(next);
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EntourageException("The wait for a result was interrupted", e);
    }
  }

  private CompletableFuture<Object> first() throws InterruptedException {
    CompletableFuture<Object> first;
    synchronized (open) {
      first = open.iterator().next();
    }
    try {
      first.get();
    } catch (CancellationException | ExecutionException e) {
      // It has ended, and that is all that counts here.
    }
    return first;
  }

  /** Who waits for a task may come before what its future calls. */
  void note(CompletableFuture<Object> failed) {
    isFirst(failed.handle((result, e) -> e).join());
  }

  /** Throws the first failure, if there was one, with the others below it. */
  void requireNoFailure() {
    synchronized (open) {
      if (!failures.isEmpty()) {
        throw all();
      }
    }
  }

  /** Cancels what is still under way. */
  @Override
  public void close() {
    List<CompletableFuture<Object>> left;
    synchronized (open) {
      left = List.copyOf(open);
    }
    left.forEach(task -> task.cancel(true));
  }

  private void ended(CompletableFuture<Object> task, Throwable e) {
    boolean stop = e != null && isFirst(e) && failFast;
    if (!ordered) {
      ready.add(task);
    }
    progress.ended(e);
    if (stop) {
      close();
    }
  }

  private boolean isFirst(Throwable e) {
    synchronized (open) {
      boolean first = failures.isEmpty();
      if (first || !failFast && failures.size() < MOST && !failures.contains(e)) {
        failures.add(e);
      }
      return first;
    }
  }

  private RuntimeException all() {
    Throwable first = failures.get(0);
    RuntimeException thrown =
        first instanceof EntourageException ours
            ? here(ours)
            : first instanceof RuntimeException known ? known : new EntourageException("", first);
    failures.stream().skip(1).filter(e -> e != thrown).forEach(thrown::addSuppressed);
    return thrown;
  }

  /** The line that called is worth more than those of the thread that decoded the reply. */
  private static EntourageException here(EntourageException failure) {
    failure.fillInStackTrace();
    return failure;
  }
}
