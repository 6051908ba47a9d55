package dev.entourage.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads what a worker prints, line by line, until its end. A worker never waits for its reader. */
final class OutputDrain implements Runnable {

  /** A longer line is passed on in pieces, in bytes. */
  private static final int LONGEST_LINE = 8 * 1024;

  private final InputStream in;
  private final Consumer<String> lines;
  private final byte[] line = new byte[LONGEST_LINE];
  private int size;

  OutputDrain(InputStream in, Consumer<String> lines) {
    this.in = in;
    this.lines = lines;
  }

  @Override
  public void run() {
    byte[] chunk = new byte[LONGEST_LINE];
    try (in) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        accept(chunk, read);
      }
    } catch (IOException e) {
      // The process was destroyed: the same as its end.
    }
    if (size > 0) {
      emit();
    }
  }

  private void accept(byte[] chunk, int length) {
    for (int i = 0; i < length; i++) {
      if (chunk[i] == '\n') {
        emit();
      } else {
        add(chunk[i]);
      }
    }
  }

  private void add(byte b) {
    if (size == LONGEST_LINE) {
      emit();
    }
    line[size++] = b;
  }

  private void emit() {
    int length = size > 0 && line[size - 1] == '\r' ? size - 1 : size;
    lines.accept(new String(line, 0, length, StandardCharsets.UTF_8));
    size = 0;
  }
}
