package dev.entourage.worker;

import dev.entourage.HostInfo;
import dev.entourage.HostInfo.Counts;
import dev.entourage.HostInfo.Session;
import dev.entourage.worker.BusMessage.Status;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How a host's account of itself is written. */
final class StatusCodec {

  private static final int COUNTS = Integer.BYTES + 5 * Long.BYTES;

  private StatusCodec() {}

  static void write(FrameWriter out, Status status) {
    HostInfo host = status.host();
    out.text(host.name())
        .text(host.javaVersion())
        .list(host.backends(), FrameWriter::text)
        .i32(host.maxWorkers());
    write(out, host.counts());
    out.list(host.refused().entrySet(), (o, one) -> o.text(one.getKey()).i64(one.getValue()))
        .list(host.sessions(), StatusCodec::write);
  }

  static Status read(FrameReader in) {
    return new Status(
        new HostInfo(
            in.text(),
            in.text(),
            in.list(Integer.BYTES, FrameReader::text),
            in.i32(),
            counts(in),
            refused(in),
            in.list(Integer.BYTES + Long.BYTES + COUNTS, StatusCodec::session)));
  }

  private static void write(FrameWriter out, Counts counts) {
    out.i32(counts.workers())
        .i64(counts.started())
        .i64(counts.lost())
        .i64(counts.tasks())
        .i64(counts.bytesIn())
        .i64(counts.bytesOut());
  }

  private static Counts counts(FrameReader in) {
    return new Counts(in.i32(), in.i64(), in.i64(), in.i64(), in.i64(), in.i64());
  }

  private static Map<String, Long> refused(FrameReader in) {
    Map<String, Long> refused = new HashMap<>();
    in.list(Integer.BYTES + Long.BYTES, r -> refused.put(r.text(), r.i64()));
    return refused;
  }

  private static void write(FrameWriter out, Session session) {
    out.text(session.driver()).i64(session.age().toMillis());
    write(out, session.counts());
  }

  private static Session session(FrameReader in) {
    return new Session(in.text(), Duration.ofMillis(in.i64()), counts(in));
  }
}
