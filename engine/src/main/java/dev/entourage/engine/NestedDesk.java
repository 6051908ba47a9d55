package dev.entourage.engine;

import dev.entourage.TaskTimeoutException;
import dev.entourage.WorkerLostException;
import dev.entourage.worker.BusCodec;
import dev.entourage.worker.BusMessage.FromWorker;
import dev.entourage.worker.LinkCodec;
import dev.entourage.worker.LinkMessage.Answer;
import dev.entourage.worker.LinkMessage.Failure;
import dev.entourage.worker.LinkMessage.Reason;
import dev.entourage.worker.LinkMessage.Refused;
import dev.entourage.worker.LinkMessage.Reply;
import dev.entourage.worker.LinkMessage.StopRequest;
import dev.entourage.worker.LinkMessage.SubmitRequest;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;

/**
 * Runs the tasks that tasks submit, like any others. Neither they nor their results are decoded
 * here: the worker that asks does so, with the classes of the task that submits. Thread-safe.
 */
final class NestedDesk {

  private record Question(String worker, long id) {}

  private record Child(Ticket ticket, Ticket parent) {}

  private final Dispatcher dispatcher;
  private final OpenTasks tasks;
  private final WorkerLine line;
  private final TaskLimits limits;
  private final Map<Question, Child> open = new ConcurrentHashMap<>();
  private final Set<Ticket> parents = ConcurrentHashMap.newKeySet();

  /** They count down, and the driver's own up: no two tasks have one number. */
  private final AtomicLong ids = new AtomicLong();

  NestedDesk(Dispatcher dispatcher, OpenTasks tasks, WorkerLine line, TaskLimits limits) {
    this.dispatcher = dispatcher;
    this.tasks = tasks;
    this.line = line;
    this.limits = limits;
  }

  /** Returns at once. */
  void ask(String host, String worker, SubmitRequest request) {
    Optional<Ticket> parent = dispatcher.running(worker, request);
    if (parent.isPresent()) {
      submit(host, new Question(worker, request.id()), request, parent.get());
    } else {
      Throwable why = new CancellationException("The task that submitted this one has ended");
      line.send(host, worker, answer(request.id(), null, why));
    }
  }

  private void submit(String host, Question question, SubmitRequest request, Ticket parent) {
    Ticket child = parent.child(ids.decrementAndGet(), request.bytes(), limits(request));
    open.put(question, new Child(child, parent));
    tasks.addNested(child);
    child
        .future()
        .whenComplete(
            (frame, e) -> {
              open.remove(question);
              line.send(host, question.worker(), answer(question.id(), frame, e));
            });
    watch(parent);
    dispatcher.dispatch(child);
  }

  /** What was cancelled, or has passed its limit, takes with it what it had submitted. */
  private void watch(Ticket parent) {
    if (parents.add(parent)) {
      parent.future().stopBy(() -> cancel((question, child) -> child.parent() == parent));
      parent.future().atEnd((result, e) -> parents.remove(parent));
    }
  }

  void stop(String worker, StopRequest request) {
    Child child = open.get(new Question(worker, request.id()));
    if (child != null) {
      child.ticket().future().cancel(true);
    }
  }

  /** Nobody is there any more to hear of what the tasks of a worker had submitted. */
  void lost(String worker) {
    cancel((question, child) -> question.worker().equals(worker));
  }

  private void cancel(BiPredicate<Question, Child> which) {
    open.forEach(
        (question, child) -> {
          if (which.test(question, child)) {
            child.ticket().future().cancel(true);
          }
        });
  }

  /** What the future of such a task ends with: a reply, as it came. */
  static Object answer(String worker, Reply reply) {
    ByteBuffer frame = ByteBuffer.wrap(LinkCodec.encode(reply));
    return BusCodec.encode(new FromWorker(worker, frame));
  }

  private static Answer answer(long id, Object frame, Throwable failure) {
    Object whole = failure == null ? frame : answer("", refused(failure));
    return new Answer(id, Optional.of(ByteBuffer.wrap((byte[]) whole)));
  }

  private static Refused refused(Throwable e) {
    Failure data = new Failure(e.getClass().getName(), String.valueOf(e.getMessage()), "");
    return new Refused(0, 0, reason(e), "", data);
  }

  private static Reason reason(Throwable e) {
    if (e instanceof WorkerLostException) {
      return Reason.WORKERS_LOST;
    }
    return e instanceof TaskTimeoutException ? Reason.TIMED_OUT : Reason.DROPPED;
  }

  private TaskLimits limits(SubmitRequest request) {
    TaskLimits its = request.attempts() > 0 ? limits.withAttempts(request.attempts()) : limits;
    return request.timeout() > 0 ? its.withTimeout(Duration.ofMillis(request.timeout())) : its;
  }
}
