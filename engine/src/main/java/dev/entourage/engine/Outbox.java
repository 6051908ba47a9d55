package dev.entourage.engine;

import dev.entourage.worker.Link;
import dev.entourage.worker.LinkCodec;
import dev.entourage.worker.LinkMessage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Frames on their way to one worker. Who adds never waits, so it may be an event loop; a thread of
 * the outbox writes. It can't be the user's thread: the JDK closes a socket under a thread that is
 * interrupted while it writes.
 */
final class Outbox {

  private static final ByteBuffer END = ByteBuffer.allocate(0);

  private final BlockingQueue<ByteBuffer> frames = new LinkedBlockingQueue<>();

  static ByteBuffer frame(LinkMessage message) {
    return ByteBuffer.wrap(LinkCodec.encode(message));
  }

  void open(Link link) {
    Threads.start("entourage-outbox", () -> write(link));
  }

  void add(ByteBuffer frame) {
    frames.add(frame);
  }

  void close() {
    frames.add(END);
  }

  private void write(Link link) {
    try {
      for (ByteBuffer frame = frames.take(); frame != END; frame = frames.take()) {
        link.write(frame);
      }
    } catch (IOException e) {
      link.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
