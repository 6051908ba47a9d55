package dev.entourage.engine;

import dev.entourage.worker.LinkMessage;
import dev.entourage.worker.LinkMessage.Answer;
import dev.entourage.worker.LinkMessage.CodeAnswer;
import java.nio.ByteBuffer;

/**
 * What is sent to a worker besides tasks.
 *
 * @param classes how many class files
 * @param bytes how long all of it is
 */
record Cargo(int classes, long bytes) {

  /** Hears of it before it is sent. */
  @FunctionalInterface
  interface Listener {
    void sent(String worker, Cargo cargo);
  }

  static Cargo of(LinkMessage answer) {
    if (answer instanceof CodeAnswer code) {
      long bytes = code.files().values().stream().mapToLong(ByteBuffer::remaining).sum();
      return new Cargo(code.files().size(), bytes);
    }
    return new Cargo(0, ((Answer) answer).bytes().map(ByteBuffer::remaining).orElse(0));
  }
}
