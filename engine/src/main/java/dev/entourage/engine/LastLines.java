package dev.entourage.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps the last lines that a worker printed. Thread-safe. */
final class LastLines {

  private static final int KEPT = 20;

  private final Deque<String> lines = new ArrayDeque<>();

  /** Adds one line or more. */
  synchronized void add(String text) {
    for (String line : text.split("\r?\n", -1)) {
      if (lines.size() == KEPT) {
        lines.removeFirst();
      }
      lines.addLast(line);
    }
  }

  synchronized List<String> copy() {
    return List.copyOf(lines);
  }
}
