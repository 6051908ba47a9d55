package dev.entourage.engine;

import dev.entourage.preparer.ReadyTask;
import dev.entourage.worker.BusMessage.WorkerLost;
import dev.entourage.worker.LinkMessage.CodeRequest;
import dev.entourage.worker.LinkMessage.FindRequest;
import dev.entourage.worker.LinkMessage.JarRequest;
import dev.entourage.worker.LinkMessage.ManifestRequest;
import dev.entourage.worker.LinkMessage.Question;
import dev.entourage.worker.LinkMessage.Reply;
import dev.entourage.worker.LinkMessage.ResourceRequest;
import dev.entourage.worker.LinkMessage.SharedRequest;
import dev.entourage.worker.LinkMessage.StaticsRequest;
import dev.entourage.worker.Step;
import dev.entourage.worker.Steps;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What Java Flight Recorder hears of a pool on its driver, where it records. Thread-safe. */
final class Journal {

  /** What workers ask for, in words. */
  private static final Map<Class<? extends Question>, String> KINDS =
      Map.of(
          CodeRequest.class, "classes",
          FindRequest.class, "class by name",
          JarRequest.class, "jar",
          ManifestRequest.class, "manifest",
          ResourceRequest.class, "resource",
          SharedRequest.class, "shared value",
          StaticsRequest.class, "static fields");

  private final String backend;

  Journal(String backend) {
    this.backend = backend;
  }

  /** Runs a way of preparing something, which ends its step itself when nothing is refused. */
  <T> T preparing(String kind, Function<Step, T> way) {
    Step step = Steps.prepare(kind).backend(backend);
    try {
      return way.apply(step);
    } catch (RuntimeException | Error e) {
      step.end("refused: " + e.getClass().getName());
      throw e;
    }
  }

  static void prepared(Step step, ReadyTask ready) {
    if (step.isRecorded()) {
      step.manifest(ready.manifest().id())
          .classes(ready.manifest().entries().size())
          .bytes(ready.size())
          .end("ready");
    }
  }

  /** Tasks were given to a worker; they begin to run, as the driver sees it. */
  void leased(String worker, List<Ticket> tickets) {
    if (Steps.areHeard()) {
      tickets.forEach(ticket -> ticket.runs(running(worker, ticket)));
    }
  }

  private Step running(String worker, Ticket ticket) {
    return about(Steps.run(Steps.AS_SENT), worker, ticket);
  }

  /** Tasks are about to be sent. */
  Step shipping(String worker, List<Ticket> tickets) {
    if (!Steps.areHeard() || tickets.isEmpty()) {
      return Step.UNSEEN;
    }
    return about(Steps.ship("task"), worker, tickets.get(0))
        .tasks(tickets.size())
        .bytes(tickets.stream().mapToLong(Ticket::size).sum());
  }

  private Step about(Step step, String worker, Ticket ticket) {
    return step.task(ticket.id(), ticket.attempt())
        .manifest(ticket.manifest())
        .worker(worker)
        .backend(backend);
  }

  /** A worker has asked for something, which is looked for and sent. */
  Step shipping(String worker, Question question) {
    return Steps.areHeard()
        ? Steps.ship(KINDS.get(question.getClass())).worker(worker).backend(backend)
        : Step.UNSEEN;
  }

  static void answered(Ticket ticket, Reply reply) {
    Steps.end(ticket.step(), reply);
  }

  /** Its worker ended under it. */
  static void lost(Ticket ticket, WorkerLost worker) {
    ticket.step().end("lost: " + ExitCodes.describe(worker.exitCode()));
  }
}
