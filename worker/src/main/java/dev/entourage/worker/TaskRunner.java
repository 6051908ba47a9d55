package dev.entourage.worker;

import dev.entourage.worker.LinkMessage.Batch;
import dev.entourage.worker.LinkMessage.Begin;
import dev.entourage.worker.LinkMessage.Cancel;
import dev.entourage.worker.LinkMessage.Exiting;
import dev.entourage.worker.LinkMessage.Parcel;
import dev.entourage.worker.LinkMessage.Reply;
import dev.entourage.worker.LinkMessage.Result;
import dev.entourage.worker.LinkMessage.Returned;
import dev.entourage.worker.LinkMessage.Unbegun;
import dev.entourage.worker.LinkMessage.Worn;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Runs parcels on threads of their own, as many at once as the session has slots. */
final class TaskRunner {

  /**
   * How long a result may wait for others, and a task unwatched behind another, in milliseconds.
   */
  private static final long SWEEP = 5;

  private final Link link;
  private final String name;
  private final String backend;
  private final Baton baton;
  private final boolean onlyOne;
  private final Generations generations;
  private final AtomicBoolean worn = new AtomicBoolean();
  private final TaskHandler handler;
  private final ExecutorService threads;
  private final Questions questions;
  private final NestedCalls nested;
  private final ScheduledThreadPoolExecutor sweeper =
      new ScheduledThreadPoolExecutor(1, TaskRunner::sweeperThread);
  private final IdleWatch idle;
  private final AtomicInteger numbers = new AtomicInteger();
  private final RunningTasks running = new RunningTasks();
  private final Set<BatchRun> batches = ConcurrentHashMap.newKeySet();

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
    this.questions = questions;
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
    idle = new IdleWatch(sweeper, questions::tell);
    ExitWatch.begin(running::threads, this::exiting);
  }

  /** Lets another thread read the link. */
  void read(Runnable body) {
    threads.execute(body);
  }

  /** Called by the thread that reads the link; says whether it still is. */
  boolean start(Parcel parcel) {
    RunningTask task = new RunningTask(parcel, generations);
    running.add(task);
    return start(() -> run(task));
  }

  /** Called by the thread that reads the link; says whether it still is. */
  boolean start(Batch batch) {
    List<RunningTask> tasks =
        batch.items().stream()
            .map(item -> new RunningTask(batch.parcel(item), generations))
            .toList();
    BatchRun run = new BatchRun(tasks, new ReplyBasket(this::send), this::returned);
    tasks.forEach(running::add);
    batches.add(run);
    return start(() -> run(run));
  }

  /** Called by the thread that reads the link: another worker has nothing to do, or all wait. */
  void recall() {
    batches.forEach(BatchRun::giveBack);
    running.all().forEach(idle::look);
  }

  /** On any thread, maybe a user's: another one writes. */
  private void returned(List<RunningTask> left) {
    left.forEach(running::remove);
    questions.tell(
        new Returned(
            left.stream()
                .map(RunningTask::parcel)
                .map(parcel -> new Unbegun(parcel.task(), parcel.attempt()))
                .toList()));
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

  /**
   * Called by the thread that reads the link. What hasn't begun is answered at once, since the
   * driver ends workers whose tasks don't stop: what runs before it must not pay for it.
   */
  void cancel(Cancel cancel) {
    RunningTask task = running.find(cancel);
    if (task != null && task.withdraw()) {
      running.remove(task);
      send(TaskHandler.cancelled(task.parcel()));
    } else if (task != null) {
      task.interrupt();
    }
  }

  /** What has ended before needn't run again. */
  private void exiting(TaskThread thread) {
    batches.forEach(batch -> batch.basket().flush());
    running
        .on(thread)
        .map(RunningTask::parcel)
        .forEach(parcel -> send(new Exiting(parcel.task(), parcel.attempt())));
  }

  private void run(RunningTask task) {
    run(task, this::send, SpareFrame::give);
  }

  /** What has ended doesn't wait for a slow task behind it, nor does what hasn't begun. */
  private void run(BatchRun batch) {
    Runnable sweep =
        () -> {
          batch.look();
          batch.basket().flush();
        };
    Future<?> sweeps = sweeper.scheduleWithFixedDelay(sweep, SWEEP, SWEEP, TimeUnit.MILLISECONDS);
    // All of them are in one frame.
    batch.run(task -> run(task, batch.basket()::add, bytes -> {}));
    sweeps.cancel(false);
    batches.remove(batch);
    send(batch.basket());
  }

  private void run(RunningTask task, Consumer<Reply> out, Consumer<ByteBuffer> decoded) {
    Parcel parcel = task.parcel();
    TaskThread thread = (TaskThread) Thread.currentThread();
    if (!task.begin(thread)) {
      return; // It was cancelled or given back.
    }
    nested.began(task);
    Step step = recorded(parcel);
    Reply reply = handler.handle(parcel, decoded);
    Steps.end(step, reply);
    task.end();
    running.remove(task);
    nested.ended(task);
    thread.beginReply();
    boolean spent = generations.areLeaking() || task.mayHaveBrokenAClass();
    if (spent && worn.compareAndSet(false, true)) {
      send(new Worn());
    }
    out.accept(reply);
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
      if (reply instanceof Result result && result.bytes().hasArray()) {
        SpareFrame.give(result.bytes()); // It is ours, and it is written.
      }
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
