package dev.entourage.engine;

import dev.entourage.EntourageException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * A bounded number of tasks under way, whose results come in their order. The first failure, of
 * whichever task, ends the wait and cancels the others. For one thread.
 */
final class Window implements AutoCloseable {

  private final int size;
  private final Deque<CompletableFuture<Object>> open = new ArrayDeque<>();
  private Throwable failure;

  Window(int size) {
    this.size = size;
  }

  boolean isFull() {
    return open.size() >= size;
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  void add(CompletableFuture<Object> task) {
    synchronized (open) {
      open.add(task);
    }
    task.whenComplete((result, e) -> failed(e));
  }

  /** Waits for the next result in order. */
  Object next() {
    try {
      Object result = open.peek().get();
      synchronized (open) {
        open.remove();
      }
      return result;
    } catch (ExecutionException | CancellationException e) {
      throw firstFailure(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EntourageException("The wait for a result was interrupted", e);
    }
  }

  /** Cancels what is still under way. */
  @Override
  public void close() {
    for (CompletableFuture<Object> task : copy()) {
      task.cancel(true);
    }
  }

  private void failed(Throwable e) {
    if (e != null && isFirst(e)) {
      close();
    }
  }

  private boolean isFirst(Throwable e) {
    synchronized (open) {
      boolean first = failure == null;
      failure = first ? e : failure;
      return first;
    }
  }

  private RuntimeException firstFailure(Exception seen) {
    synchronized (open) {
      Throwable first = failure == null ? seen : failure;
      return first instanceof EntourageException ours ? here(ours) : other(first);
    }
  }

  /** The line that called is worth more than those of the thread that decoded the reply. */
  private static EntourageException here(EntourageException failure) {
    failure.fillInStackTrace();
    return failure;
  }

  private static RuntimeException other(Throwable failure) {
    return failure instanceof RuntimeException known ? known : new EntourageException("", failure);
  }

  private Iterable<CompletableFuture<Object>> copy() {
    synchronized (open) {
      return new ArrayDeque<>(open);
    }
  }
}
