package dev.entourage.worker;

import dev.entourage.worker.LinkMessage.Batch;
import dev.entourage.worker.LinkMessage.Begun;
import dev.entourage.worker.LinkMessage.Cancel;
import dev.entourage.worker.LinkMessage.Exiting;
import dev.entourage.worker.LinkMessage.Failure;
import dev.entourage.worker.LinkMessage.Idle;
import dev.entourage.worker.LinkMessage.Item;
import dev.entourage.worker.LinkMessage.Parcel;
import dev.entourage.worker.LinkMessage.Reason;
import dev.entourage.worker.LinkMessage.Recall;
import dev.entourage.worker.LinkMessage.Refused;
import dev.entourage.worker.LinkMessage.Result;
import dev.entourage.worker.LinkMessage.Results;
import dev.entourage.worker.LinkMessage.Returned;
import dev.entourage.worker.LinkMessage.Thrown;
import dev.entourage.worker.LinkMessage.Unbegun;
import dev.entourage.worker.LinkMessage.Worn;

/** The messages about tasks and their ends, as frames. */
final class TaskFrames {

  static final int PARCEL = 10;
  static final int BATCH = 18;
  static final int RESULT = 12;
  static final int RESULTS = 19;
  static final int THROWN = 13;
  static final int REFUSED = 14;
  static final int RETURNED = 36;

  /** What an item takes at least: its task, its attempt and a length. */
  static final int ITEM = Long.BYTES + 2 * Integer.BYTES;

  /** What a task takes that is given back. */
  static final int UNBEGUN = Long.BYTES + Integer.BYTES;

  private TaskFrames() {}

  static void addTo(MessageTable<LinkMessage> table) {
    table
        .add(
            PARCEL,
            Parcel.class,
            (out, m) ->
                ofTask(out, m)
                    .digest(m.manifest())
                    .i64(m.statics())
                    .flag(m.timed())
                    .rest(m.bytes()),
            in -> new Parcel(in.i64(), in.i32(), in.digest(), in.i64(), in.flag(), in.rest()))
        .add(16, Begun.class, TaskFrames::ofTask, in -> new Begun(in.i64(), in.i32()))
        .add(17, Exiting.class, TaskFrames::ofTask, in -> new Exiting(in.i64(), in.i32()))
        .add(11, Cancel.class, TaskFrames::ofTask, in -> new Cancel(in.i64(), in.i32()))
        .add(
            RESULT,
            Result.class,
            (out, m) -> ofTask(out, m).rest(m.bytes()),
            in -> new Result(in.i64(), in.i32(), in.rest()))
        .add(BATCH, Batch.class, TaskFrames::writeBatch, TaskFrames::readBatch)
        .add(
            RESULTS,
            Results.class,
            (out, m) -> out.list(m.results(), (o, r) -> ofTask(o, r).bytes(r.bytes())),
            in -> new Results(in.list(ITEM, r -> new Result(r.i64(), r.i32(), r.bytes()))))
        .add(35, Recall.class, (out, m) -> {}, in -> new Recall())
        .add(
            RETURNED,
            Returned.class,
            (out, m) -> out.list(m.tasks(), (o, t) -> o.i64(t.task()).i32(t.attempt())),
            in -> new Returned(in.list(UNBEGUN, r -> new Unbegun(r.i64(), r.i32()))))
        .add(37, Idle.class, TaskFrames::ofTask, in -> new Idle(in.i64(), in.i32()))
        .add(15, Worn.class, (out, m) -> {}, in -> new Worn())
        .add(THROWN, Thrown.class, TaskFrames::writeThrown, TaskFrames::readThrown)
        .add(REFUSED, Refused.class, TaskFrames::writeRefused, TaskFrames::readRefused);
  }

  static FrameWriter ofTask(FrameWriter out, LinkMessage.OfTask message) {
    return out.i64(message.task()).i32(message.attempt());
  }

  private static void writeBatch(FrameWriter out, Batch m) {
    out.digest(m.manifest())
        .i64(m.statics())
        .list(m.items(), (o, item) -> o.i64(item.task()).i32(item.attempt()).bytes(item.bytes()));
  }

  private static Batch readBatch(FrameReader in) {
    return new Batch(
        in.digest(), in.i64(), in.list(ITEM, r -> new Item(r.i64(), r.i32(), r.bytes())));
  }

  private static void writeThrown(FrameWriter out, Thrown m) {
    writeFailure(ofTask(out, m), m.data()).optional(m.exception(), FrameWriter::bytes);
  }

  private static Thrown readThrown(FrameReader in) {
    return new Thrown(in.i64(), in.i32(), readFailure(in), in.optional(FrameReader::bytes));
  }

  private static void writeRefused(FrameWriter out, Refused m) {
    writeFailure(ofTask(out, m).u8(m.reason().ordinal()).text(m.path()), m.data());
  }

  private static Refused readRefused(FrameReader in) {
    return new Refused(in.i64(), in.i32(), reason(in.u8()), in.text(), readFailure(in));
  }

  private static Reason reason(int ordinal) {
    if (ordinal >= Reason.values().length) {
      throw new FrameException("A reason must be a known one: reason=" + ordinal);
    }
    return Reason.values()[ordinal];
  }

  private static FrameWriter writeFailure(FrameWriter out, Failure failure) {
    return out.text(failure.type()).text(failure.message()).text(failure.stack());
  }

  private static Failure readFailure(FrameReader in) {
    return new Failure(in.text(), in.text(), in.text());
  }
}
