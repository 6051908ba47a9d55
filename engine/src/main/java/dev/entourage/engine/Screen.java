package dev.entourage.engine;

import dev.entourage.preparer.StandardStreams;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The last line of the terminal, which standard error leads to. What is printed meanwhile stands on
 * lines of its own: the line goes before it, and comes back when it has ended a line. Thread-safe.
 *
 * <p>The system property {@code entourage.progress} asks for it, as {@code entourage run} does. Its
 * value may hold the width of the terminal and {@code out}, which says that standard output leads
 * to it, too, as in {@code 120,out}.
 */
final class Screen {

  private static final String PROPERTY = "entourage.progress";
  private static final String OUT = "out";
  private static final int WIDTH = 80;

  /** To the line's beginning; what is behind the cursor is erased. */
  private static final String ERASE = "\r\033[K";

  private final int width;
  private OutputStream terminal = OutputStream.nullOutputStream();
  private String shown = "";
  private boolean lineHasBegun;
  private boolean over;

  Screen(int width) {
    this.width = width;
  }

  /** Takes the streams of this JVM, where that was asked for. */
  static Optional<Screen> asAsked() {
    String asked = System.getProperty(PROPERTY);
    if (asked == null) {
      return Optional.empty();
    }
    List<String> words = List.of(asked.split(","));
    int width =
        words.stream()
            .filter(word -> word.matches("[1-9]\\d{0,3}"))
            .mapToInt(Integer::parseInt)
            .findFirst()
            .orElse(WIDTH);
    Screen screen = new Screen(width);
    if (!screen.take(Console.stream(true))) {
      return Optional.empty();
    }
    if (words.contains(OUT)) {
      screen.share(Console.stream(false));
    }
    Runtime.getRuntime()
        .addShutdownHook(new Thread(null, screen::end, "entourage-bar-end", 0, false));
    return Optional.of(screen);
  }

  /** Draws on what is below a stream, and makes way for what it prints; false where it can't. */
  boolean take(PrintStream stream) {
    Optional<OutputStream> below = StandardStreams.put(stream, Guard::new);
    below.ifPresent(found -> terminal = found);
    return below.isPresent();
  }

  /** Makes way for what a stream prints to the same terminal. */
  void share(PrintStream stream) {
    StandardStreams.put(stream, Guard::new);
  }

  /** Draws the line, unless somebody else's isn't at its end. */
  synchronized void show(BarText text) {
    String line = text.fit(width);
    if (!lineHasBegun && !over && !line.equals(shown)) {
      write("\r" + line + (line.length() < shown.length() ? "\033[K" : ""));
      shown = line;
    }
  }

  synchronized void clear() {
    if (!shown.isEmpty()) {
      write(ERASE);
      shown = "";
    }
  }

  private synchronized void end() {
    clear();
    over = true;
  }

  private void write(String text) {
    try {
      terminal.write(text.getBytes(StandardCharsets.US_ASCII));
      terminal.flush();
    } catch (IOException e) {
      over = true;
    }
  }

  /** What others print goes through here. */
  private final class Guard extends OutputStream {

    private final OutputStream below;

    Guard(OutputStream below) {
      this.below = below;
    }

    @Override
    public void write(int b) throws IOException {
      synchronized (Screen.this) {
        clear();
        below.write(b);
        ended(b);
      }
    }

    /** Flushed at once: what waits in a buffer would appear behind the line when that is back. */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      synchronized (Screen.this) {
        clear();
        below.write(bytes, offset, length);
        below.flush();
        if (length > 0) {
          ended(bytes[offset + length - 1]);
        }
      }
    }

    private void ended(int last) throws IOException {
      lineHasBegun = last != '\n';
      if (!lineHasBegun) {
        below.flush();
      }
    }

    @Override
    public void flush() throws IOException {
      below.flush();
    }

    @Override
    public void close() throws IOException {
      below.close();
    }
  }
}
