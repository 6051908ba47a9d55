package dev.entourage.transport.vertx;

import dev.entourage.HostInfo;
import dev.entourage.engine.HostEnd;
import dev.entourage.engine.HostOptions;
import dev.entourage.engine.Uplink;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/** A host without workers: each frame goes back to its driver. */
final class FakeHost implements HostEnd {

  /** A frame and the session it came from. */
  record Received(String session, byte[] frame) {}

  final BlockingQueue<Received> frames = new LinkedBlockingQueue<>();
  final BlockingQueue<String> left = new LinkedBlockingQueue<>();
  final BlockingQueue<Long> drains = new LinkedBlockingQueue<>();
  final CountDownLatch closed = new CountDownLatch(1);
  HostOptions options;
  private Uplink uplink;

  HostEnd open(HostOptions offered, Uplink way) {
    options = offered;
    uplink = way;
    return this;
  }

  @Override
  public void received(String session, List<ByteBuffer> pieces) {
    byte[] frame = pieces.get(0).array(); // All frames of these tests are in one piece.
    frames.add(new Received(session, frame));
    uplink.send(session, frame);
  }

  @Override
  public void driverLeft(String session) {
    left.add(session);
  }

  @Override
  public HostInfo info() {
    throw new UnsupportedOperationException("no workers");
  }

  @Override
  public boolean drain(long seconds) {
    drains.add(seconds);
    return true;
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
