package dev.entourage.worker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Both letterboxes of a link: a piece of memory that host and worker share, as a file that is gone
 * once both have it.
 *
 * @since 0.1
 */
public final class Letterboxes {

  private static final int BYTES = 2 * Letterbox.BYTES;

  private final ByteBuffer memory;

  private Letterboxes(ByteBuffer memory) {
    this.memory = memory;
  }

  /**
   * Makes them. The memory is really there afterwards: to find out later that there is none would
   * be the end of the JVM.
   *
   * @param file empty, and for nobody else
   * @return what the host has of them
   * @throws IOException when there is no room
   */
  public static Letterboxes make(Path file) throws IOException {
    try (FileChannel channel = open(file)) {
      ByteBuffer empty = ByteBuffer.allocate(BYTES);
      while (empty.hasRemaining()) {
        channel.write(empty);
      }
      return map(channel);
    }
  }

  /** What the worker has of them. */
  static Letterboxes find(Path file) throws IOException {
    try (FileChannel channel = open(file)) {
      if (channel.size() != BYTES) {
        throw new IOException("Letterboxes must have a size of " + BYTES + ": " + channel.size());
      }
      return map(channel);
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static Letterboxes map(FileChannel channel) throws IOException {
    return new Letterboxes(channel.map(MapMode.READ_WRITE, 0, BYTES));
  }

  Letterbox toWorker() {
    return new Letterbox(memory.slice(0, Letterbox.BYTES));
  }

  Letterbox toHost() {
    return new Letterbox(memory.slice(Letterbox.BYTES, Letterbox.BYTES));
  }
}
