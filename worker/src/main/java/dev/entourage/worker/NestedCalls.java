package dev.entourage.worker;

import dev.entourage.CallOptions;
import dev.entourage.MarshallingException;
import dev.entourage.worker.LinkMessage.Parcel;
import dev.entourage.worker.LinkMessage.StopRequest;
import dev.entourage.worker.LinkMessage.SubmitRequest;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The tasks that tasks of this worker submit to their own pool. Thread-safe. */
final class NestedCalls {

  /** What a frame needs besides the task. */
  private static final int HEADROOM = 128;

  private final Questions questions;
  private final int cap;
  private final Set<RunningTask> running = ConcurrentHashMap.newKeySet();
  private final ParkWatch watch;

  NestedCalls(Questions questions, int cap) {
    this.questions = questions;
    this.cap = cap;
    watch = new ParkWatch(running, questions::tell);
  }

  void began(RunningTask task) {
    running.add(task);
  }

  void ended(RunningTask task) {
    running.remove(task);
  }

  /** Encodes a task with the classes of the one that submits it, and sends it to the driver. */
  CompletableFuture<Object> submit(Object task, CallOptions options) {
    if (options.ownProcess()) {
      throw new UnsupportedOperationException(
          "Only the driver can ask for a worker of a task's own: CallOptions.ownProcess");
    }
    RunningTask parent = parent();
    Generation generation = parent.generation();
    ByteBuffer bytes = encoded(task, parent);
    NestedFuture<Object> future = new NestedFuture<>();
    future.whenComplete((result, e) -> parent.children().decrementAndGet());
    parent.children().incrementAndGet();
    parent.giveBackOthers();
    long id =
        questions.ask(
            n -> request(n, parent.parcel(), options, bytes), new NestedAnswer(generation, future));
    future.stopBy(() -> questions.tell(new StopRequest(id)));
    watch.look();
    return future;
  }

  private ByteBuffer encoded(Object task, RunningTask parent) {
    Step step = Steps.prepare("task of a task").manifest(parent.parcel().manifest());
    try {
      ByteBuffer bytes = parent.generation().codec().encode(task);
      requireFits(bytes);
      step.bytes(bytes.remaining()).end("ready");
      return bytes;
    } catch (RuntimeException | Error e) {
      step.end("refused: " + e.getClass().getName());
      throw e;
    }
  }

  private static SubmitRequest request(
      long id, Parcel parent, CallOptions options, ByteBuffer bytes) {
    long timeout = options.timeout().map(Duration::toMillis).map(ms -> Math.max(1, ms)).orElse(0L);
    return new SubmitRequest(
        id, parent.task(), parent.attempt(), timeout, options.attempts().orElse(0), bytes);
  }

  /** A thread that a task has made stands for any task that runs. */
  private RunningTask parent() {
    if (Thread.currentThread() instanceof TaskThread thread && thread.task() != null) {
      return thread.task();
    }
    return running.stream()
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "A task's pool can be used only while the task runs: wait within the task"));
  }

  private void requireFits(ByteBuffer bytes) {
    if (bytes.remaining() > cap - HEADROOM) {
      throw new MarshallingException(
          "A task must fit into one frame: bytes=" + bytes.remaining() + ", limit=" + cap);
    }
  }
}
