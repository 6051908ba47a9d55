package dev.entourage.engine;

import dev.entourage.worker.Link;
import dev.entourage.worker.Pieces;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Frames on their way to one worker. Who adds never waits, so it may be an event loop or a thread
 * that is interrupted. It writes a small frame itself, as to wake up another thread takes longer;
 * what the socket doesn't take at once, a thread of the outbox writes.
 */
final class Outbox {

  private static final Pieces END = Pieces.of(new byte[0]);

  /** What is longer is written by our own thread, in bytes: the JDK keeps such buffers a thread. */
  private static final int SMALL = 16 * 1024;

  /** So many frames of others a thread writes before it goes on with its own work. */
  private static final int MAX_IN_A_ROW = 16;

  private final Queue<Pieces> frames = new ConcurrentLinkedQueue<>();

  /** Who makes it 1 writes. It begins with 1, which stands for the link that isn't there yet. */
  private final AtomicInteger waiting = new AtomicInteger(1);

  private final Semaphore turns = new Semaphore(0);
  private volatile Link link;

  void open(Link to) {
    link = to;
    Threads.start("entourage-outbox", this::write);
    if (waiting.decrementAndGet() > 0) {
      turns.release();
    }
  }

  void add(Pieces frame) {
    frames.add(frame);
    if (waiting.getAndIncrement() == 0) {
      writeHere();
    }
  }

  /** Behind what was added before. */
  void close() {
    add(END);
  }

  private void writeHere() {
    int left = MAX_IN_A_ROW;
    do {
      if (left-- == 0 || !isWritten(frames.peek())) {
        turns.release();
        return;
      }
      frames.remove();
    } while (waiting.decrementAndGet() > 0);
  }

  private boolean isWritten(Pieces frame) {
    if (frame == END || frame.remaining() > SMALL) {
      return false;
    }
    try {
      return link.writeSome(frame);
    } catch (IOException e) {
      link.close();
      return true;
    }
  }

  private void write() {
    try {
      while (true) {
        turns.acquire();
        do {
          Pieces frame = frames.remove();
          if (frame == END) {
            return;
          }
          write(frame);
        } while (waiting.decrementAndGet() > 0);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A link that broke takes nothing more, and whoever reads it tells. */
  private void write(Pieces frame) {
    try {
      link.write(frame);
    } catch (IOException e) {
      link.close();
    }
  }
}
