package dev.entourage.worker;

import dev.entourage.CallOptions;
import dev.entourage.ProgressListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One {@code map} or {@code stream}: items are encoded and sent when there is room in the window,
 * and never more of them are held. For one thread.
 *
 * @param <T> the type of an item
 * @param <R> the type of a result
 * @since 0.1
 */
public final class ItemCall<T, R> implements Iterator<R>, AutoCloseable {

  private final Iterator<? extends T> items;
  private final Function<T, CompletableFuture<Object>> sender;
  private final IntSupplier room;
  private final Runnable end;
  private final Progress progress;
  private final boolean ordered;
  private final boolean failFast;
  private Window window;

  /** Which item a task is for, where results are put into their places. */
  private Map<CompletableFuture<Object>, Integer> places;

  private CompletableFuture<Object> next;
  private long sent;
  private boolean closed;

  /**
   * Begins a call; nothing is sent before somebody asks for a result.
   *
   * @param items the inputs
   * @param options how it runs
   * @param listeners who hears of its progress, besides those of the options
   * @param sender sends one item
   * @param room how many items may be under way now
   * @param end called once, when no more items are sent
   */
  public ItemCall(
      Iterable<? extends T> items,
      CallOptions options,
      List<ProgressListener> listeners,
      Function<T, CompletableFuture<Object>> sender,
      IntSupplier room,
      Runnable end) {
    List<ProgressListener> all = new ArrayList<>(listeners);
    options.progress().ifPresent(all::add);
    this.items = items.iterator();
    this.sender = sender;
    this.room = room;
    this.end = end;
    progress = Progress.of(all, items);
    ordered = options.ordered();
    failFast = options.failFast();
    window = new Window(ordered, failFast, progress);
  }

  /**
   * Lets a call of one task be heard of.
   *
   * @param task the task
   * @param options its options
   * @param listeners who hears of its progress, besides those of the options
   * @return the same task
   */
  public static CompletableFuture<Object> watched(
      CompletableFuture<Object> task, CallOptions options, List<ProgressListener> listeners) {
    if (!listeners.isEmpty() || options.progress().isPresent()) {
      List<ProgressListener> all = new ArrayList<>(listeners);
      options.progress().ifPresent(all::add);
      Progress progress = new Progress(all, 1);
      task.whenComplete((result, e) -> progress.ended(e));
    }
    return task;
  }

  /**
   * Runs the call to its end. All results are held anyway, so none is waited for before others: a
   * slow item would keep those behind it from being sent.
   *
   * @return all results
   */
  public List<R> all() {
    try (this) {
      List<R> results = new ArrayList<>();
      if (ordered) {
        window = new Window(false, failFast, progress);
        places = new HashMap<>();
      }
      while (hasNext()) {
        add(results, places == null ? results.size() : places.remove(next));
      }
      return results;
    }
  }

  private void add(List<R> results, int place) {
    while (results.size() <= place) {
      results.add(null);
    }
    results.set(place, next());
  }

  /**
   * Runs the call as somebody reads.
   *
   * @return the results, whose end ends the call
   */
  public Stream<R> stream() {
    Spliterator<R> results = Spliterators.spliteratorUnknownSize(this, 0);
    return StreamSupport.stream(results, false).onClose(this::close);
  }

  @Override
  public boolean hasNext() {
    while (next == null && fill()) {
      next = window.next();
      if (next.isCompletedExceptionally()) {
        skip();
      }
    }
    return next != null;
  }

  /** A failure ends the call now, or it is told when all items have run. */
  private void skip() {
    window.note(next);
    if (places != null) {
      places.remove(next);
    }
    next = null;
    if (failFast) {
      window.requireNoFailure();
    }
  }

  /** Sends what there is room for; false when nothing is under way and nothing more comes. */
  private boolean fill() {
    while (!closed && window.size() < room.getAsInt() && items.hasNext()) {
      CompletableFuture<Object> task = sender.apply(items.next());
      if (places != null) {
        places.put(task, Math.toIntExact(sent));
      }
      sent++;
      if (!items.hasNext()) {
        progress.total(sent);
      }
      window.add(task);
    }
    if (window.size() > 0) {
      return true;
    }
    close();
    window.requireNoFailure();
    return false;
  }

  @Override
  @SuppressWarnings("unchecked")
  public R next() {
    if (!hasNext()) {
      throw new NoSuchElementException("All items are done");
    }
    Object result = next.join();
    next = null;
    return (R) result;
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
