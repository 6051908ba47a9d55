package dev.entourage.worker;

import dev.entourage.preparer.Digest;
import dev.entourage.worker.LinkMessage.Answer;
import dev.entourage.worker.LinkMessage.Batch;
import dev.entourage.worker.LinkMessage.Begin;
import dev.entourage.worker.LinkMessage.Begun;
import dev.entourage.worker.LinkMessage.Bye;
import dev.entourage.worker.LinkMessage.Cancel;
import dev.entourage.worker.LinkMessage.CodeAnswer;
import dev.entourage.worker.LinkMessage.CodeRequest;
import dev.entourage.worker.LinkMessage.Exiting;
import dev.entourage.worker.LinkMessage.Failure;
import dev.entourage.worker.LinkMessage.FindRequest;
import dev.entourage.worker.LinkMessage.Forget;
import dev.entourage.worker.LinkMessage.Hello;
import dev.entourage.worker.LinkMessage.Idle;
import dev.entourage.worker.LinkMessage.Item;
import dev.entourage.worker.LinkMessage.JarRequest;
import dev.entourage.worker.LinkMessage.ManifestRequest;
import dev.entourage.worker.LinkMessage.Parcel;
import dev.entourage.worker.LinkMessage.Parked;
import dev.entourage.worker.LinkMessage.Ready;
import dev.entourage.worker.LinkMessage.Reason;
import dev.entourage.worker.LinkMessage.Recall;
import dev.entourage.worker.LinkMessage.Refused;
import dev.entourage.worker.LinkMessage.ResourceRequest;
import dev.entourage.worker.LinkMessage.Result;
import dev.entourage.worker.LinkMessage.Results;
import dev.entourage.worker.LinkMessage.Returned;
import dev.entourage.worker.LinkMessage.SharedRequest;
import dev.entourage.worker.LinkMessage.StaticsRequest;
import dev.entourage.worker.LinkMessage.StopRequest;
import dev.entourage.worker.LinkMessage.SubmitRequest;
import dev.entourage.worker.LinkMessage.Thrown;
import dev.entourage.worker.LinkMessage.Unbegun;
import dev.entourage.worker.LinkMessage.Welcome;
import dev.entourage.worker.LinkMessage.Worn;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * Link messages as frames and back. Thread-safe.
 *
 * @since 0.1
 */
public final class LinkCodec {

  private static final MessageTable<LinkMessage> TABLE = new MessageTable<>();
  private static final int PARCEL = 10;
  private static final int BATCH = 18;
  private static final int RESULT = 12;
  private static final int RESULTS = 19;
  private static final int THROWN = 13;
  private static final int REFUSED = 14;
  private static final int RETURNED = 36;

  /** Where the number of a batch's items is: behind its manifest and its static fields. */
  private static final int ITEMS = Frames.HEADER + Digest.BYTES + Long.BYTES;

  /** What an item takes at least: its task, its attempt and a length. */
  private static final int ITEM = Long.BYTES + 2 * Integer.BYTES;

  /** What a task takes that is given back. */
  private static final int UNBEGUN = Long.BYTES + Integer.BYTES;

  static {
    addHandshake();
    addTasks();
    addQuestions();
  }

  private LinkCodec() {}

  /**
   * Encodes a message for its way.
   *
   * @param message what to say, whose long buffers aren't copied, and never changed from now on
   * @return a frame
   */
  public static Pieces pieces(LinkMessage message) {
    FrameWriter out = new FrameWriter(expectedSize(message));
    TABLE.write(out, message);
    return Pieces.of(out.pieces());
  }

  /**
   * Encodes a message.
   *
   * @param message what to say
   * @return a frame of its own
   */
  public static byte[] encode(LinkMessage message) {
    return TABLE.encode(message, expectedSize(message));
  }

  /**
   * Decodes a frame.
   *
   * @param frame one whole frame, which the message's buffers are views of
   * @return the message
   * @throws FrameException when it is damaged, unknown or of another protocol version
   */
  public static LinkMessage decode(ByteBuffer frame) {
    return TABLE.decode(frame);
  }

  /**
   * Counts the tasks that a frame brings, without decoding it.
   *
   * @param frame one whole frame
   * @return how many; 0 for a frame that brings none, or that can't be decoded
   */
  public static int tasks(Pieces frame) {
    ByteBuffer head = frame.head();
    int type = head.remaining() < Frames.HEADER ? 0 : head.get(1);
    if (type == BATCH) {
      return items(head, ITEMS, frame.remaining(), ITEM);
    }
    return type == PARCEL ? 1 : 0;
  }

  /**
   * Counts the attempts that a frame ends or gives back, without decoding it.
   *
   * @param frame one whole frame
   * @return how many; 0 for a frame that ends none, or that can't be decoded
   */
  public static int replies(ByteBuffer frame) {
    int type = frame.remaining() < Frames.HEADER ? 0 : frame.get(frame.position() + 1);
    if (type == RESULTS) {
      return items(frame, Frames.HEADER, frame.remaining(), ITEM);
    }
    if (type == RETURNED) {
      return items(frame, Frames.HEADER, frame.remaining(), UNBEGUN);
    }
    return type == RESULT || type == THROWN || type == REFUSED ? 1 : 0;
  }

  private static int items(ByteBuffer head, int where, int length, int each) {
    int end = where + Integer.BYTES;
    int items = head.remaining() < end ? 0 : head.getInt(head.position() + where);
    return items < 0 || items > (length - end) / each ? 0 : items;
  }

  static void write(FrameWriter out, LinkMessage message) {
    TABLE.write(out, message);
  }

  static int expectedSize(LinkMessage message) {
    if (message instanceof Parcel parcel) {
      return 64 + FrameWriter.room(parcel.bytes());
    }
    if (message instanceof Batch batch) {
      return 64 + batch.items().stream().mapToInt(i -> 16 + FrameWriter.room(i.bytes())).sum();
    }
    if (message instanceof Results results) {
      return 64 + results.results().stream().mapToInt(r -> 16 + FrameWriter.room(r.bytes())).sum();
    }
    if (message instanceof SubmitRequest request) {
      return 64 + FrameWriter.room(request.bytes());
    }
    if (message instanceof Returned returned) {
      return 64 + UNBEGUN * returned.tasks().size();
    }
    return message instanceof Result result ? 32 + FrameWriter.room(result.bytes()) : 256;
  }

  private static void addHandshake() {
    TABLE
        .add(1, Hello.class, (out, m) -> out.digest(m.proof()), in -> new Hello(in.digest()))
        .add(2, Welcome.class, (out, m) -> out.digest(m.proof()), in -> new Welcome(in.digest()))
        .add(3, Begin.class, LinkCodec::writeBegin, LinkCodec::readBegin)
        .add(4, Ready.class, (out, m) -> out.text(m.javaVersion()), in -> new Ready(in.text()))
        .add(5, Bye.class, (out, m) -> {}, in -> new Bye());
  }

  private static void addTasks() {
    TABLE
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
        .add(16, Begun.class, LinkCodec::ofTask, in -> new Begun(in.i64(), in.i32()))
        .add(17, Exiting.class, LinkCodec::ofTask, in -> new Exiting(in.i64(), in.i32()))
        .add(11, Cancel.class, LinkCodec::ofTask, in -> new Cancel(in.i64(), in.i32()))
        .add(
            RESULT,
            Result.class,
            (out, m) -> ofTask(out, m).rest(m.bytes()),
            in -> new Result(in.i64(), in.i32(), in.rest()))
        .add(BATCH, Batch.class, LinkCodec::writeBatch, LinkCodec::readBatch)
        .add(
            RESULTS,
            Results.class,
            (out, m) -> out.list(m.results(), (o, r) -> ofTask(o, r).bytes(r.bytes())),
            in -> new Results(in.list(16, r -> new Result(r.i64(), r.i32(), r.bytes()))))
        .add(35, Recall.class, (out, m) -> {}, in -> new Recall())
        .add(
            RETURNED,
            Returned.class,
            (out, m) -> out.list(m.tasks(), (o, t) -> o.i64(t.task()).i32(t.attempt())),
            in -> new Returned(in.list(UNBEGUN, r -> new Unbegun(r.i64(), r.i32()))))
        .add(37, Idle.class, LinkCodec::ofTask, in -> new Idle(in.i64(), in.i32()))
        .add(15, Worn.class, (out, m) -> {}, in -> new Worn())
        .add(THROWN, Thrown.class, LinkCodec::writeThrown, LinkCodec::readThrown)
        .add(REFUSED, Refused.class, LinkCodec::writeRefused, LinkCodec::readRefused);
  }

  private static void addQuestions() {
    TABLE
        .add(
            20,
            ManifestRequest.class,
            (out, m) -> out.i64(m.id()).digest(m.manifest()),
            in -> new ManifestRequest(in.i64(), in.digest()))
        .add(
            21,
            CodeRequest.class,
            (out, m) -> out.i64(m.id()).list(m.missing(), FrameWriter::digest),
            in -> new CodeRequest(in.i64(), in.list(Digest.BYTES, FrameReader::digest)))
        .add(
            22,
            FindRequest.class,
            (out, m) -> out.i64(m.id()).digest(m.manifest()).text(m.name()),
            in -> new FindRequest(in.i64(), in.digest(), in.text()))
        .add(
            23,
            SharedRequest.class,
            (out, m) -> out.i64(m.id()).digest(m.shared()),
            in -> new SharedRequest(in.i64(), in.digest()))
        .add(
            24,
            Answer.class,
            (out, m) -> out.i64(m.id()).optional(m.bytes(), FrameWriter::bytes),
            in -> new Answer(in.i64(), in.optional(FrameReader::bytes)))
        .add(
            28,
            JarRequest.class,
            (out, m) -> out.i64(m.id()).text(m.jar()),
            in -> new JarRequest(in.i64(), in.text()))
        .add(32, SubmitRequest.class, LinkCodec::writeSubmit, LinkCodec::readSubmit)
        .add(33, StopRequest.class, (out, m) -> out.i64(m.id()), in -> new StopRequest(in.i64()))
        .add(
            34,
            Parked.class,
            (out, m) -> ofTask(out, m).flag(m.waits()),
            in -> new Parked(in.i64(), in.i32(), in.flag()))
        .add(25, CodeAnswer.class, LinkCodec::writeCode, LinkCodec::readCode)
        .add(
            27,
            ResourceRequest.class,
            (out, m) -> out.i64(m.id()).digest(m.manifest()).text(m.name()),
            in -> new ResourceRequest(in.i64(), in.digest(), in.text()))
        .add(
            29,
            StaticsRequest.class,
            (out, m) -> out.i64(m.id()).i64(m.statics()).list(m.held(), FrameWriter::i64),
            in -> new StaticsRequest(in.i64(), in.i64(), in.list(Long.BYTES, FrameReader::i64)))
        .add(26, Forget.class, (out, m) -> out.digest(m.shared()), in -> new Forget(in.digest()));
  }

  private static FrameWriter ofTask(FrameWriter out, LinkMessage.OfTask message) {
    return out.i64(message.task()).i32(message.attempt());
  }

  private static void writeBegin(FrameWriter out, Begin m) {
    out.text(m.worker())
        .text(m.backend())
        .list(m.inherited(), FrameWriter::text)
        .list(m.engine(), FrameWriter::text)
        .optional(m.code(), FrameWriter::text)
        .i32(m.slots())
        .i32(m.cap());
  }

  private static Begin readBegin(FrameReader in) {
    return new Begin(
        in.text(),
        in.text(),
        in.list(4, FrameReader::text),
        in.list(4, FrameReader::text),
        in.optional(FrameReader::text),
        in.i32(),
        in.i32());
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

  private static void writeSubmit(FrameWriter out, SubmitRequest m) {
    ofTask(out.i64(m.id()), m).i64(m.timeout()).i32(m.attempts()).rest(m.bytes());
  }

  private static SubmitRequest readSubmit(FrameReader in) {
    return new SubmitRequest(in.i64(), in.i64(), in.i32(), in.i64(), in.i32(), in.rest());
  }

  private static void writeCode(FrameWriter out, CodeAnswer m) {
    out.i64(m.id())
        .list(m.files().entrySet(), (o, file) -> o.digest(file.getKey()).bytes(file.getValue()));
  }

  private static CodeAnswer readCode(FrameReader in) {
    long id = in.i64();
    Map<Digest, ByteBuffer> files = new HashMap<>();
    in.list(Digest.BYTES + 4, r -> files.put(r.digest(), r.bytes()));
    return new CodeAnswer(id, files);
  }
}
