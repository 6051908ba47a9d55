package dev.entourage.engine;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a person sees of what is written: lines, and two streams that lead there. */
final class FakeTerminal extends OutputStream {

  private final List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
  private final StringBuilder escape = new StringBuilder();
  private int column;

  PrintStream stream() {
    return new PrintStream(this, true, StandardCharsets.UTF_8);
  }

  /** All lines; the last one has no end yet. */
  List<String> lines() {
    return lines.stream().map(StringBuilder::toString).toList();
  }

  String lastLine() {
    return line().toString();
  }

  @Override
  public void write(int b) {
    if (b == 27 || escape.length() > 0) {
      escape(b);
    } else if (b == '\r') {
      column = 0;
    } else if (b == '\n') {
      lines.add(new StringBuilder());
      column = 0;
    } else {
      put((char) b);
    }
  }

  private void escape(int b) {
    escape.append((char) b);
    if (Character.isLetter(b)) {
      if (!escape.toString().equals("\033[K")) {
        throw new AssertionError("Unknown: " + escape.substring(1));
      }
      line().setLength(column);
      escape.setLength(0);
    }
  }

  private void put(char c) {
    if (column < line().length()) {
      line().setCharAt(column, c);
    } else {
      line().append(c);
    }
    column++;
  }

  private StringBuilder line() {
    return lines.get(lines.size() - 1);
  }
}
