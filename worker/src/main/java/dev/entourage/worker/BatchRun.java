package dev.entourage.worker;

import java.util.List;
import java.util.function.Consumer;

/**
 * Tasks that came together, one after the other. Those that haven't begun are given back where they
 * would wait long: nobody knows how long a task takes, and one may even wait for another behind it.
 * Thread-safe.
 */
final class BatchRun {

  /**
   * A task that takes longer keeps no others waiting, in nanoseconds. On a busy machine a thread
   * must wait for some milliseconds in the midst of the quickest task.
   */
  private static final long SLOW = 8_000_000;

  /** Three times what the driver wants a batch to take, in nanoseconds. */
  private static final long LATE = 24_000_000;

  private final List<RunningTask> tasks;
  private final ReplyBasket basket;
  private final Consumer<List<RunningTask>> returned;
  private final long since = System.nanoTime();
  private volatile long begun = since;
  private volatile boolean over;

  /**
   * Makes a run that hasn't begun.
   *
   * @param tasks in their order
   * @param basket for what the others return
   * @param returned gets those that won't begin
   */
  BatchRun(List<RunningTask> tasks, ReplyBasket basket, Consumer<List<RunningTask>> returned) {
    this.tasks = tasks;
    this.basket = basket;
    this.returned = returned;
    tasks.forEach(task -> task.comesIn(this));
  }

  ReplyBasket basket() {
    return basket;
  }

  /** Runs all; the body asks each whether it was taken away meanwhile. */
  void run(Consumer<RunningTask> body) {
    for (RunningTask task : tasks) {
      begun = System.nanoTime();
      body.accept(task);
    }
  }

  /** Called now and then while it runs. */
  void look() {
    long now = System.nanoTime();
    if (!over && (now - begun > SLOW || now - since > LATE)) {
      giveBack();
    }
  }

  /** Gives back what hasn't begun, but for the first: so whatever is sent again gets on. */
  void giveBack() {
    over = true;
    List<RunningTask> left = tasks.stream().skip(1).filter(RunningTask::withdraw).toList();
    if (!left.isEmpty()) {
      returned.accept(left);
    }
  }
}
