package dev.entourage.worker;

import dev.entourage.worker.LinkMessage.Batch;
import dev.entourage.worker.LinkMessage.Begin;
import dev.entourage.worker.LinkMessage.Bye;
import dev.entourage.worker.LinkMessage.Hello;
import dev.entourage.worker.LinkMessage.Parcel;
import dev.entourage.worker.LinkMessage.Ready;
import dev.entourage.worker.LinkMessage.Result;
import dev.entourage.worker.LinkMessage.Results;
import dev.entourage.worker.LinkMessage.Returned;
import dev.entourage.worker.LinkMessage.SubmitRequest;
import dev.entourage.worker.LinkMessage.Welcome;
import java.nio.ByteBuffer;

/**
 * Link messages as frames and back. Thread-safe.
 *
 * @since 0.1
 */
public final class LinkCodec {

  private static final MessageTable<LinkMessage> TABLE = new MessageTable<>();

  static {
    addHandshake();
    TaskFrames.addTo(TABLE);
    QuestionFrames.addTo(TABLE);
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
      return 64 + TaskFrames.UNBEGUN * returned.tasks().size();
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
}
