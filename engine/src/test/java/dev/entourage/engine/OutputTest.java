package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.Workers;
import dev.entourage.worker.BusMessage.Output;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What workers print, however much. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OutputTest {

  private final PrintStream standardOut = System.out;
  private final PrintStream standardErr = System.err;

  @AfterEach
  void restore() {
    System.setOut(standardOut);
    System.setErr(standardErr);
  }

  private static List<String> drained(byte[] printed) {
    List<String> passed = new ArrayList<>();
    new OutputDrain(new ByteArrayInputStream(printed), passed::add).run();
    return passed;
  }

  private static List<String> drained(String printed) {
    return drained(printed.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void linesThatAreThereGoTogether() {
    assertThat(drained("one\ntwo\r\nthree")).containsExactly("one\ntwo", "three");
    assertThat(drained("\n")).containsExactly("");
    assertThat(drained("")).isEmpty();
  }

  @Test
  void aLongLineGoesInPiecesOfWholeCharacters() {
    for (String character : List.of("x", "é", "€", "😀")) {
      String line = "a".repeat(3) + character.repeat(20_000);
      List<String> pieces = drained(line + "\nend\n");
      assertThat(pieces).allMatch(piece -> piece.length() <= OutputDrain.HELD);
      assertThat(String.join("", pieces)).isEqualTo(line + "\nend");
    }
  }

  @Test
  void bytesThatAreNoTextEndLikeOthers() {
    byte[] bytes = new byte[3 * OutputDrain.HELD];
    java.util.Arrays.fill(bytes, (byte) 0x80);
    assertThat(drained(bytes)).allMatch(piece -> !piece.isEmpty()).hasSize(3);
  }

  @Test
  void whatComesTooFastIsDroppedAndTold() {
    AtomicLong clock = new AtomicLong();
    OutputLimit limit = new OutputLimit(clock::get);
    String lines = "x".repeat(100_000) + "\nsecond";
    long passed = IntStream.range(0, 1_000).filter(i -> limit.pass(lines).isPresent()).count();
    assertThat(passed * lines.length()).isBetween(OutputLimit.BYTES * 9 / 10, OutputLimit.BYTES);
    clock.addAndGet(200_000_000);
    assertThat(limit.pass("soon")).isEmpty();
    clock.addAndGet(100_000_000);
    long lost = 1 + 2 * (1_000 - passed);
    assertThat(limit.pass("later"))
        .hasValueSatisfying(
            text ->
                assertThat(text).startsWith("(dropped lines: " + lost + ",").endsWith(")\nlater"));
    assertThat(limit.pass("now")).hasValue("now");
    assertThat(limit.rest()).isEmpty();
  }

  @Test
  void aConsoleThatIsStuckKeepsNoMoreThanItMay() throws InterruptedException {
    CountDownLatch stuck = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(new Stuck(out, stuck, free), true));
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setErr(new PrintStream(err, true));
    String lines = "y".repeat(99_998) + "\nz";
    try (Console console = new Console()) {
      console.offer(new Output("w7", false, "first"));
      stuck.await();
      for (int i = 0; i < 200; i++) {
        console.offer(new Output("w7", false, lines));
      }
      free.countDown();
    }
    assertThat(out.toString()).startsWith("[w7] first").endsWith("[w7] z" + System.lineSeparator());
    assertThat((long) out.size()).isBetween(Console.MOST * 9 / 10, Console.MOST);
    long printed = out.toString().lines().count() - 1;
    assertThat(err.toString()).contains("(dropped lines of workers: " + (400 - printed) + ",");
  }

  /** Prints when it may. */
  private static final class Stuck extends OutputStream {

    private final OutputStream out;
    private final CountDownLatch stuck;
    private final CountDownLatch free;

    Stuck(OutputStream out, CountDownLatch stuck, CountDownLatch free) {
      this.out = out;
      this.stuck = stuck;
      this.free = free;
    }

    @Override
    public void write(int b) {
      throw new AssertionError("Lines are written whole");
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws java.io.IOException {
      stuck.countDown();
      try {
        free.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      out.write(bytes, offset, length);
    }
  }

  @Test
  void resultsComeHomeWhileAWorkerPrintsWithoutEnd() {
    AtomicLong printed = new AtomicLong();
    CompletableFuture<Void> enough = new CompletableFuture<>();
    System.setOut(new PrintStream(new Counting(printed, enough), true));
    System.setErr(new PrintStream(OutputStream.nullOutputStream()));
    try (Workers workers =
        new PoolBuilder().transport("memory").processes(1).inheritClassPath(true).build()) {
      long before = System.nanoTime();
      workers.run(OutputTest::printWithoutEnd).join();
      enough.join();
      for (int i = 0; i < 100; i++) {
        int x = i;
        assertThat(workers.submit(() -> x + 1).join()).isEqualTo(x + 1);
      }
      double seconds = (System.nanoTime() - before) / 1e9;
      // Names before short lines make twice as much of them at most.
      assertThat(printed.get()).isLessThan((long) (2 * OutputLimit.BYTES * (1 + seconds)));
      workers.shutdownNow();
    }
  }

  /** One line without an end, and many with one. */
  private static void printWithoutEnd() {
    byte[] endless = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    byte[] many = "a line\n".repeat(1 << 10).getBytes(StandardCharsets.UTF_8);
    start(() -> printWithoutEnd(System.err, endless));
    start(() -> printWithoutEnd(System.out, many));
  }

  private static void start(Runnable body) {
    Thread thread = new Thread(body);
    thread.setDaemon(true);
    thread.start();
  }

  private static void printWithoutEnd(PrintStream stream, byte[] what) {
    while (!stream.checkError()) {
      stream.write(what, 0, what.length);
    }
  }

  private static final class Counting extends OutputStream {

    private final AtomicLong printed;
    private final CompletableFuture<Void> enough;

    Counting(AtomicLong printed, CompletableFuture<Void> enough) {
      this.printed = printed;
      this.enough = enough;
    }

    @Override
    public void write(int b) {
      printed.incrementAndGet();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      if (printed.addAndGet(length) > OutputLimit.BYTES / 2) {
        enough.complete(null);
      }
    }
  }
}
