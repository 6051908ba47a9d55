import dev.entourage.Workers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Has a terminal of its own below its streams, and a progress bar on it. */
public class ProgressDriver {

  /** Tells the tasks when a person would have seen the bar. */
  static final class Terminal extends ByteArrayOutputStream {

    private final Path seen;

    Terminal(Path seen) {
      this.seen = seen;
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      super.write(bytes, offset, length);
      try {
        if (toString().contains("1/3  ") && !Files.exists(seen)) {
          Files.createFile(seen);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public static void main(String[] args) throws Exception {
    PrintStream standard = System.out;
    Terminal terminal = new Terminal(Path.of(args[0]));
    PrintStream out = new PrintStream(terminal, true);
    System.setOut(out);
    System.setErr(new PrintStream(terminal, true));
    try (Workers workers = Workers.local(1)) {
      List<Integer> results = workers.map(List.of(1, 2, 3), x -> work(args[0], out, x));
      System.out.println("results " + results);
    }
    String text = terminal.toString();
    standard.println("bar=" + text.contains("]   33 %  1/3  "));
    int end = text.lastIndexOf('\n') + 1;
    for (String line : text.substring(0, end).split("\n")) {
      standard.println("line=" + seen(line));
    }
    // The bar may have come back between the last line and the end of the pool, and gone again.
    standard.println("end=" + seen(text.substring(end)).isEmpty());
  }

  /** What a person sees of a line in the end. */
  private static String seen(String line) {
    return line.substring(line.lastIndexOf('\r') + 1).replace("\033[K", "");
  }

  /** The first item is done at once, the others when the bar has told so. */
  private static int work(String seen, PrintStream captured, int x) throws Exception {
    long end = System.nanoTime() + 60_000_000_000L;
    while (x > 1 && !Files.exists(Path.of(seen)) && System.nanoTime() < end) {
      Thread.sleep(10);
    }
    captured.println("item " + x);
    return x;
  }
}
