package dev.entourage.worker;

import dev.entourage.preparer.Digest;
import dev.entourage.worker.LinkMessage.Answer;
import dev.entourage.worker.LinkMessage.CodeAnswer;
import dev.entourage.worker.LinkMessage.CodeRequest;
import dev.entourage.worker.LinkMessage.FindRequest;
import dev.entourage.worker.LinkMessage.Forget;
import dev.entourage.worker.LinkMessage.JarRequest;
import dev.entourage.worker.LinkMessage.ManifestRequest;
import dev.entourage.worker.LinkMessage.Parked;
import dev.entourage.worker.LinkMessage.ResourceRequest;
import dev.entourage.worker.LinkMessage.SharedRequest;
import dev.entourage.worker.LinkMessage.StaticsRequest;
import dev.entourage.worker.LinkMessage.StopRequest;
import dev.entourage.worker.LinkMessage.SubmitRequest;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** What workers ask for, the answers, and what they have at hand, as frames. */
final class QuestionFrames {

  private QuestionFrames() {}

  static void addTo(MessageTable<LinkMessage> table) {
    table
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
        .add(32, SubmitRequest.class, QuestionFrames::writeSubmit, QuestionFrames::readSubmit)
        .add(33, StopRequest.class, (out, m) -> out.i64(m.id()), in -> new StopRequest(in.i64()))
        .add(
            34,
            Parked.class,
            (out, m) -> TaskFrames.ofTask(out, m).flag(m.waits()),
            in -> new Parked(in.i64(), in.i32(), in.flag()))
        .add(25, CodeAnswer.class, QuestionFrames::writeCode, QuestionFrames::readCode)
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

  private static void writeSubmit(FrameWriter out, SubmitRequest m) {
    TaskFrames.ofTask(out.i64(m.id()), m).i64(m.timeout()).i32(m.attempts()).rest(m.bytes());
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
