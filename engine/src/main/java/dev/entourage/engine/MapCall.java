package dev.entourage.engine;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * One {@code map} or {@code stream}: items are encoded and sent when there is room in the window.
 * For one thread.
 *
 * @param <T> the type of an item
 * @param <R> the type of a result
 */
final class MapCall<T, R> implements Iterator<R>, AutoCloseable {

  private final Iterator<? extends T> items;
  private final Function<T, CompletableFuture<Object>> sender;
  private final Window window;
  private final Runnable end;
  private boolean closed;

  MapCall(
      Iterator<? extends T> items,
      Function<T, CompletableFuture<Object>> sender,
      int window,
      Runnable end) {
    this.items = items;
    this.sender = sender;
    this.window = new Window(window);
    this.end = end;
  }

  @Override
  public boolean hasNext() {
    while (!window.isFull() && items.hasNext()) {
      window.add(sender.apply(items.next()));
    }
    if (window.isEmpty()) {
      close();
    }
    return !window.isEmpty();
  }

  @Override
  @SuppressWarnings("unchecked")
  public R next() {
    if (!hasNext()) {
      throw new NoSuchElementException("All items are done");
    }
    return (R) window.next();
  }

  /** Called at the end of the items, too: a stream that was read to its end needn't be closed. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      window.close();
      end.run();
    }
  }
}
