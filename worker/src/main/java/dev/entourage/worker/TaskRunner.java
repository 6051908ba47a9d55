package dev.entourage.worker;

import dev.entourage.worker.LinkMessage.Batch;
import dev.entourage.worker.LinkMessage.Begin;
import dev.entourage.worker.LinkMessage.Cancel;
import dev.entourage.worker.LinkMessage.Exiting;
import dev.entourage.worker.LinkMessage.Parcel;
import dev.entourage.worker.LinkMessage.Reply;
import dev.entourage.worker.LinkMessage.Worn;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs parcels on threads of their own, as many at once as the session has slots. */
final class TaskRunner {

  private record Attempt(long task, int attempt) {
    static Attempt of(LinkMessage.OfTask message) {
      return new Attempt(message.task(), message.attempt());
    }
  }

  /** How long a result may wait for others, in milliseconds. */
  private static final long SWEEP = 10;

  private final Link link;
  private final String name;
  private final String backend;
  private final Baton baton;
  private final boolean onlyOne;
  private final Generations generations;
  private final AtomicBoolean worn = new AtomicBoolean();
  private final TaskHandler handler;
  private final ExecutorService threads;
  private final NestedCalls nested;
  private final ScheduledThreadPoolExecutor sweeper =
      new ScheduledThreadPoolExecutor(1, TaskRunner::sweeperThread);
  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<Attempt, RunningTask> running = new ConcurrentHashMap<>();

  TaskRunner(
      Link link,
      Baton baton,
      Generations generations,
      Questions questions,
      NestedCalls nested,
      Begin begin) {
    this.link = link;
    name = begin.worker();
    backend = begin.backend();
    this.baton = baton;
    onlyOne = begin.slots() == 1;
    this.generations = generations;
    handler = new TaskHandler(generations, questions::tell, begin.cap());
    // The driver leases slots. A task that only waits for tasks of its own needs none, so there may
    // be more threads.
    threads =
        new ThreadPoolExecutor(
            begin.slots(),
            Integer.MAX_VALUE,
            1,
            TimeUnit.MINUTES,
            new SynchronousQueue<>(),
            this::thread);
    this.nested = nested;
    sweeper.setRemoveOnCancelPolicy(true);
    ExitWatch.start(this::busy, this::exiting);
  }

  /** Lets another thread read the link. */
  void read(Runnable body) {
    threads.execute(body);
  }

  /** Called by the thread that reads the link; says whether it still is. */
  boolean start(Parcel parcel) {
    RunningTask task = new RunningTask(parcel, generations);
    running.put(Attempt.of(parcel), task);
    return start(() -> run(parcel, task));
  }

  /** Called by the thread that reads the link; says whether it still is. */
  boolean start(Batch batch) {
    List<RunningTask> tasks =
        batch.items().stream()
            .map(item -> new RunningTask(batch.parcel(item), generations))
            .toList();
    tasks.forEach(task -> running.put(Attempt.of(task.parcel()), task));
    return start(() -> run(tasks));
  }

  /** Where another task may come at once, the thread that reads must be free for it. */
  private boolean start(Runnable tasks) {
    if (!onlyOne) {
      threads.execute(tasks);
      return true;
    }
    TaskThread thread = (TaskThread) Thread.currentThread();
    long turn = baton.lend();
    thread.endReply();
    tasks.run();
    thread.beginReply();
    return baton.takeBack(turn);
  }

  /** Called by the thread that reads the link; a task that has ended is left alone. */
  void cancel(Cancel cancel) {
    RunningTask task = running.get(Attempt.of(cancel));
    if (task != null) {
      task.cancel();
    }
  }

  private Collection<TaskThread> busy() {
    return running.values().stream().flatMap(task -> task.thread().stream()).toList();
  }

  private void exiting(TaskThread thread) {
    running.forEach(
        (attempt, task) -> {
          if (task.thread().filter(thread::equals).isPresent()) {
            send(new Exiting(attempt.task(), attempt.attempt()));
          }
        });
  }

  private void run(Parcel parcel, RunningTask task) {
    ReplyBasket basket = new ReplyBasket(this::send);
    run(parcel, task, basket);
    send(basket);
  }

  /** What has ended doesn't wait for a slow item behind it. */
  private void run(List<RunningTask> tasks) {
    ReplyBasket basket = new ReplyBasket(this::send);
    Future<?> sweeps =
        sweeper.scheduleWithFixedDelay(basket::flush, SWEEP, SWEEP, TimeUnit.MILLISECONDS);
    tasks.forEach(task -> run(task.parcel(), task, basket));
    sweeps.cancel(false);
    send(basket);
  }

  private void run(Parcel parcel, RunningTask task, ReplyBasket basket) {
    TaskThread thread = (TaskThread) Thread.currentThread();
    nested.began(task);
    Step step = recorded(parcel);
    Reply reply = task.begin(thread) ? handler.handle(parcel) : TaskHandler.cancelled(parcel);
    Steps.end(step, reply);
    task.end();
    running.remove(Attempt.of(parcel));
    nested.ended(task);
    thread.beginReply();
    if (generations.areLeaking() && worn.compareAndSet(false, true)) {
      send(new Worn());
    }
    basket.add(reply);
    thread.endReply();
  }

  private Step recorded(Parcel parcel) {
    Step step = Steps.run(Steps.ON_WORKER);
    return step.isRecorded()
        ? step.task(parcel.task(), parcel.attempt())
            .manifest(parcel.manifest())
            .worker(name)
            .backend(backend)
        : step;
  }

  private void send(ReplyBasket basket) {
    TaskThread thread = (TaskThread) Thread.currentThread();
    thread.beginReply();
    basket.flush();
    thread.endReply();
  }

  private void send(LinkMessage reply) {
    try {
      link.send(reply);
    } catch (IOException e) {
      // The host is gone; the thread that reads the link ends this JVM.
    }
  }

  private static Thread sweeperThread(Runnable body) {
    Thread thread = new Thread(null, body, "entourage-sweeper", 0, false);
    thread.setDaemon(true);
    return thread;
  }

  private Thread thread(Runnable body) {
    return new TaskThread(body, "entourage-task-" + numbers.incrementAndGet());
  }
}
