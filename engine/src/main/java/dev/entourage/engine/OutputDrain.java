package dev.entourage.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads what a worker prints until its end. A worker never waits for its reader. */
final class OutputDrain implements Runnable {

  /** What is held at once, and a longer line is passed on in pieces, in bytes. */
  static final int HELD = 8 * 1024;

  /**
   * A character of UTF-8 begins with another byte than it goes on with, which are three at most.
   */
  private static final int INNER = 0b1000_0000;

  private static final int INNER_MASK = 0b1100_0000;
  private static final int LONGEST_CHARACTER = 4;

  private final InputStream in;
  private final Consumer<String> lines;
  private final byte[] held = new byte[HELD];
  private int size;

  /**
   * Makes a drain.
   *
   * @param in what the worker prints
   * @param lines gets one line or more, with {@code \n} between them and not behind the last
   */
  OutputDrain(InputStream in, Consumer<String> lines) {
    this.in = in;
    this.lines = lines;
  }

  @Override
  public void run() {
    try (in) {
      for (int read = read(); read >= 0; read = read()) {
        int before = size;
        size += read;
        passOn(before);
      }
    } catch (IOException e) {
      // The process was destroyed: the same as its end.
    }
    if (size > 0) {
      pass(size, size);
    }
  }

  private int read() throws IOException {
    return in.read(held, size, HELD - size);
  }

  /** All whole lines, or a piece of one that doesn't fit. */
  private void passOn(int alreadySeen) {
    int end = size - 1;
    while (end >= alreadySeen && held[end] != '\n') {
      end--;
    }
    if (end >= alreadySeen) {
      pass(end > 0 && held[end - 1] == '\r' ? end - 1 : end, end + 1);
    } else if (size == HELD) {
      int piece = beginOfLastCharacter();
      pass(piece, piece);
    }
  }

  private int beginOfLastCharacter() {
    for (int at = size - 1; at >= size - LONGEST_CHARACTER; at--) {
      if ((held[at] & INNER_MASK) != INNER) {
        return at;
      }
    }
    return size;
  }

  private void pass(int length, int consumed) {
    lines.accept(new String(held, 0, length, StandardCharsets.UTF_8));
    size -= consumed;
    System.arraycopy(held, consumed, held, 0, size);
  }
}
