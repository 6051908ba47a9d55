package dev.entourage.worker;

import dev.entourage.worker.BusMessage.AskStatus;
import dev.entourage.worker.BusMessage.CloseSession;
import dev.entourage.worker.BusMessage.FromWorker;
import dev.entourage.worker.BusMessage.Greeting;
import dev.entourage.worker.BusMessage.KillWorker;
import dev.entourage.worker.BusMessage.OpenSession;
import dev.entourage.worker.BusMessage.Output;
import dev.entourage.worker.BusMessage.Reclaim;
import dev.entourage.worker.BusMessage.SessionClosed;
import dev.entourage.worker.BusMessage.StartWorker;
import dev.entourage.worker.BusMessage.Status;
import dev.entourage.worker.BusMessage.ToWorker;
import dev.entourage.worker.BusMessage.WorkerLost;
import dev.entourage.worker.BusMessage.WorkerRefused;
import dev.entourage.worker.BusMessage.WorkerStarted;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Bus messages as frames and back. Thread-safe.
 *
 * @since 0.1
 */
public final class BusCodec {

  private static final MessageTable<BusMessage> TABLE = new MessageTable<>();
  private static final int TO_WORKER = 43;
  private static final int FROM_WORKER = 53;

  static {
    addToHost();
    addToDriver();
  }

  private BusCodec() {}

  /**
   * Encodes a message.
   *
   * @param message what to say
   * @return a frame of its own
   */
  public static byte[] encode(BusMessage message) {
    return TABLE.encode(message, 256);
  }

  /**
   * Decodes a frame.
   *
   * @param frame one whole frame, which the message's buffers are views of
   * @return the message
   * @throws FrameException when it is damaged, unknown or of another protocol version
   */
  public static BusMessage decode(byte[] frame) {
    return TABLE.decode(List.of(ByteBuffer.wrap(frame)));
  }

  /**
   * Decodes a frame in pieces, as {@link #toWorker} makes it.
   *
   * @param frame one whole frame, which the message's buffers are views of
   * @return the message
   * @throws FrameException when it is damaged, unknown or of another protocol version
   */
  public static BusMessage decode(List<ByteBuffer> frame) {
    return TABLE.decode(frame);
  }

  /**
   * Says which protocol a frame belongs to. That much can be read of any.
   *
   * @param frame what a peer sent, or how it begins
   * @return a number, 0 where there is nothing to read
   */
  public static int protocol(ByteBuffer frame) {
    return frame.hasRemaining() ? Byte.toUnsignedInt(frame.get(frame.position())) : 0;
  }

  /**
   * Encodes a {@link ToWorker} in one go.
   *
   * @param worker the worker's name
   * @param message what to say to it, whose long buffers aren't copied, and never changed from now
   *     on
   * @return a frame in pieces
   */
  public static List<ByteBuffer> toWorker(String worker, LinkMessage message) {
    FrameWriter out = new FrameWriter(64 + worker.length() + LinkCodec.expectedSize(message));
    int start = out.begin(TO_WORKER);
    out.text(worker);
    LinkCodec.write(out, message);
    out.end(start);
    return out.pieces();
  }

  /**
   * Returns how a {@link FromWorker} begins. A link frame is read right behind it.
   *
   * @param worker the worker's name
   * @return the beginning, whose length {@link #finish} sets
   */
  public static byte[] fromWorkerPrefix(String worker) {
    FrameWriter out = new FrameWriter(64);
    out.begin(FROM_WORKER);
    return out.text(worker).toArray();
  }

  /**
   * Finishes a frame that began with {@link #fromWorkerPrefix}.
   *
   * @param frame the whole frame
   * @return the same array
   */
  public static byte[] finish(byte[] frame) {
    ByteBuffer.wrap(frame).putInt(2, frame.length - Frames.HEADER);
    return frame;
  }

  private static void addToHost() {
    TABLE
        .add(41, OpenSession.class, BusCodec::writeOpen, BusCodec::readOpen)
        .add(
            42,
            StartWorker.class,
            (out, m) -> out.text(m.worker()),
            in -> new StartWorker(in.text()))
        .add(
            45, KillWorker.class, (out, m) -> out.text(m.worker()), in -> new KillWorker(in.text()))
        .add(
            TO_WORKER,
            ToWorker.class,
            (out, m) -> out.text(m.worker()).rest(m.frame().whole()),
            in -> new ToWorker(in.text(), in.pieces()))
        .add(
            44,
            CloseSession.class,
            (out, m) -> out.flag(m.now()),
            in -> new CloseSession(in.flag()))
        .add(46, AskStatus.class, (out, m) -> {}, in -> new AskStatus());
  }

  private static void addToDriver() {
    TABLE
        .add(51, Greeting.class, BusCodec::writeGreeting, BusCodec::readGreeting)
        .add(
            52,
            WorkerStarted.class,
            (out, m) -> out.text(m.worker()).i64(m.pid()).text(m.javaVersion()),
            in -> new WorkerStarted(in.text(), in.i64(), in.text()))
        .add(
            FROM_WORKER,
            FromWorker.class,
            (out, m) -> out.text(m.worker()).rest(m.frame()),
            in -> new FromWorker(in.text(), in.rest()))
        .add(
            54,
            Output.class,
            (out, m) -> out.text(m.worker()).flag(m.error()).text(m.text()),
            in -> new Output(in.text(), in.flag(), in.text()))
        .add(55, WorkerLost.class, BusCodec::writeLost, BusCodec::readLost)
        .add(
            57,
            WorkerRefused.class,
            (out, m) -> out.text(m.worker()),
            in -> new WorkerRefused(in.text()))
        .add(58, Reclaim.class, (out, m) -> out.i32(m.workers()), in -> new Reclaim(in.i32()))
        .add(59, Status.class, StatusCodec::write, StatusCodec::read)
        .add(56, SessionClosed.class, (out, m) -> {}, in -> new SessionClosed());
  }

  private static void writeOpen(FrameWriter out, OpenSession m) {
    out.text(m.backend())
        .list(m.jvmOptions(), FrameWriter::text)
        .optional(m.environment(), BusCodec::writeMap)
        .list(m.inherited(), FrameWriter::text)
        .i32(m.slots())
        .i32(m.cap());
  }

  private static OpenSession readOpen(FrameReader in) {
    return new OpenSession(
        in.text(),
        in.list(4, FrameReader::text),
        in.optional(BusCodec::readMap),
        in.list(4, FrameReader::text),
        in.i32(),
        in.i32());
  }

  private static void writeMap(FrameWriter out, Map<String, String> map) {
    out.list(map.entrySet(), (o, entry) -> o.text(entry.getKey()).text(entry.getValue()));
  }

  private static Map<String, String> readMap(FrameReader in) {
    Map<String, String> map = new HashMap<>();
    in.list(8, r -> map.put(r.text(), r.text()));
    return map;
  }

  private static void writeGreeting(FrameWriter out, Greeting m) {
    out.text(m.javaVersion())
        .list(m.backends(), FrameWriter::text)
        .i32(m.capacity())
        .i32(m.share())
        .i32(m.processors())
        .flag(m.sameMachine())
        .flag(m.keepsCode());
  }

  private static Greeting readGreeting(FrameReader in) {
    return new Greeting(
        in.text(),
        in.list(4, FrameReader::text),
        in.i32(),
        in.i32(),
        in.i32(),
        in.flag(),
        in.flag());
  }

  private static void writeLost(FrameWriter out, WorkerLost m) {
    out.text(m.worker()).i64(m.pid()).i32(m.exitCode()).list(m.lastOutput(), FrameWriter::text);
  }

  private static WorkerLost readLost(FrameReader in) {
    return new WorkerLost(in.text(), in.i64(), in.i32(), in.list(4, FrameReader::text));
  }
}
