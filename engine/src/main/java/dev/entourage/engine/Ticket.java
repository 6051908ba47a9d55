package dev.entourage.engine;

import dev.entourage.WorkerLostException.Attempt;
import dev.entourage.preparer.ClassVersion;
import dev.entourage.preparer.Digest;
import dev.entourage.preparer.Statics;
import dev.entourage.worker.LinkMessage.Cancel;
import dev.entourage.worker.LinkMessage.Item;
import dev.entourage.worker.LinkMessage.OfTask;
import dev.entourage.worker.LinkMessage.Parcel;
import dev.entourage.worker.Step;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A task under way, from its submission to the end of its future. Its attempts are guarded by the
 * dispatcher's lock.
 */
final class Ticket {

  private final long id;
  private final Object task;
  private final Digest manifest;
  private final Statics statics;
  private final ByteBuffer bytes;
  private final TaskLimits limits;
  private final Runnable release;
  private final TaskFuture future = new TaskFuture();
  private final List<Attempt> lost = new ArrayList<>(0);
  private final boolean nested;
  private final AtomicInteger users = new AtomicInteger(1);
  private Optional<ClassVersion> newest = Optional.empty();
  private Batching batching;
  private Load load;
  private volatile Step step = Step.UNSEEN;
  private volatile int attempt;
  private boolean alone;
  private boolean returned;

  /**
   * Makes a ticket.
   *
   * @param id its number within the session
   * @param task what the user submitted
   * @param manifest the id of its classes
   * @param statics the values of static fields that it may read, kept for workers that ask
   * @param bytes the encoded task
   * @param limits what it may cost
   * @param release gives up its classes, when it and all tasks that it submitted have ended
   */
  Ticket(
      long id,
      Object task,
      Digest manifest,
      Statics statics,
      ByteBuffer bytes,
      TaskLimits limits,
      Runnable release) {
    this(id, task, manifest, statics, bytes, limits, release, false);
  }

  private Ticket(
      long id,
      Object task,
      Digest manifest,
      Statics statics,
      ByteBuffer bytes,
      TaskLimits limits,
      Runnable release,
      boolean nested) {
    this.id = id;
    this.task = task;
    this.manifest = manifest;
    this.statics = statics;
    this.bytes = bytes;
    this.limits = limits;
    this.release = release;
    this.nested = nested;
    alone = limits.ownProcess();
    future.atEnd((result, e) -> leave());
  }

  /**
   * Makes the ticket of a task that this one submits: its classes and static fields are the same.
   */
  Ticket child(long number, ByteBuffer encoded, TaskLimits itsLimits) {
    users.incrementAndGet();
    return new Ticket(number, null, manifest, statics, encoded, itsLimits, this::leave, true)
        .needing(newest);
  }

  /** Says which of its classes needs the newest Java; none where no class travels. */
  Ticket needing(Optional<ClassVersion> type) {
    newest = type;
    return this;
  }

  Optional<ClassVersion> newest() {
    return newest;
  }

  /** The oldest Java that runs it; 0 where any does. */
  int java() {
    return newest.isPresent() ? newest.get().java() : 0;
  }

  private void leave() {
    if (users.decrementAndGet() == 0) {
      release.run();
    }
  }

  /** Whether a task has submitted it, and not the driver. */
  boolean isNested() {
    return nested;
  }

  long id() {
    return id;
  }

  Object task() {
    return task;
  }

  Digest manifest() {
    return manifest;
  }

  Statics statics() {
    return statics;
  }

  TaskLimits limits() {
    return limits;
  }

  TaskFuture future() {
    return future;
  }

  /** Replies to earlier attempts are duplicates from now on. */
  Parcel nextAttempt() {
    attempt++;
    return new Parcel(
        id, attempt, manifest, statics.id(), limits.timeout().isPresent(), bytes.duplicate());
  }

  /** The same, as one of several. */
  Item nextItem() {
    attempt++;
    return new Item(id, attempt, bytes.duplicate());
  }

  /** Lets it travel with others of its call, unless each of them must be watched by itself. */
  Ticket with(Batching others) {
    if (limits.timeout().isEmpty() && !limits.runsOnce() && !limits.ownProcess()) {
      batching = others;
      others.weighed(bytes.remaining());
    }
    return this;
  }

  /** What it may travel with; empty for nothing. */
  Optional<Batching> batching() {
    return Optional.ofNullable(alone ? null : batching);
  }

  /** Whether both may travel together. */
  boolean fits(Ticket other) {
    return batching != null
        && batching == other.batching
        && manifest.equals(other.manifest)
        && statics.id() == other.statics.id();
  }

  void load(Load now) {
    load = now;
  }

  Load load() {
    return load;
  }

  /** Its attempt runs somewhere, and somebody may want to read of it. */
  void runs(Step attempts) {
    step = attempts;
  }

  Step step() {
    return step;
  }

  /** How long it is as bytes. */
  int size() {
    return bytes.remaining();
  }

  int attempt() {
    return attempt;
  }

  boolean isNow(OfTask message) {
    return message.attempt() == attempt;
  }

  Cancel cancel() {
    return new Cancel(id, attempt);
  }

  /** Whether it needs a worker for itself. */
  boolean isAlone() {
    return alone;
  }

  /** A worker had it and hasn't begun it: others that came later may have overtaken it. */
  void returned() {
    returned = true;
  }

  boolean wasReturned() {
    return returned;
  }

  /** Its worker died, and it may be why: the next one shall lose no other task by it. */
  void lost(Attempt death) {
    lost.add(death);
    alone = true;
  }

  List<Attempt> lost() {
    return List.copyOf(lost);
  }

  /** Whether nobody waits for it any more. */
  boolean isDone() {
    return future.isDone() || future.isDoomed();
  }

  void fail(Throwable why) {
    future.completeExceptionally(why);
  }

  @Override
  public String toString() {
    return "task " + id + " attempt " + attempt + (isDone() ? " ended" : "");
  }
}
