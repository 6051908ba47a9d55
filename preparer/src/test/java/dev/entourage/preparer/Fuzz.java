package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/**
 * Gives hostile input to a reader, seed by seed: it must say what is wrong, soon, on a small stack
 * and with little memory. A few thousand inputs with each build; for as long as {@code
 * -Dentourage.fuzz.seconds=} says where somebody wants to know more.
 */
final class Fuzz {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final long SECONDS = Long.getLong("entourage.fuzz.seconds", 0);

  /** No input here takes a reader that is linear more than milliseconds. */
  private static final Duration STUCK = Duration.ofSeconds(60);

  private static final int STACK = 256 << 10;

  /**
   * What a reader may set aside for any input: what the JDK takes for a text of the longest kind.
   */
  private static final int ALWAYS = 400_000;

  private Fuzz() {}

  /**
   * An input on its way.
   *
   * @param bytes how large it is
   * @param read reads it; throws but for the errors that are allowed
   */
  record Input(long bytes, Runnable read) {}

  /**
   * Runs inputs, the same for each seed.
   *
   * @param inputs makes the input of a seed
   * @param factor how many bytes a reader may set aside for each byte of input, besides 400 KB
   */
  static void run(int tries, LongFunction<Input> inputs, int factor) {
    long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
    long seed = 0;
    while (seed < tries || SECONDS > 0 && System.nanoTime() < end) {
      long from = seed;
      seed += Math.max(1, tries / 10);
      batch(from, seed, inputs, factor);
    }
    if (SECONDS > 0) {
      System.getLogger(Fuzz.class.getName()).log(System.Logger.Level.INFO, seed + " inputs");
    }
  }

  private static void batch(long from, long to, LongFunction<Input> inputs, int factor) {
    AtomicLong at = new AtomicLong();
    Throwable[] failure = new Throwable[1];
    Runnable all =
        () -> {
          for (long seed = from; seed < to; seed++) {
            at.set(seed);
            run(inputs.apply(seed), seed, factor);
          }
        };
    Thread thread = new Thread(null, all, "fuzz", STACK);
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((t, e) -> failure[0] = e);
    thread.start();
    join(thread, at);
    if (failure[0] != null) {
      throw new AssertionError("seed=" + at.get(), failure[0]);
    }
  }

  /** As long as it gets on, it isn't stuck. */
  private static void join(Thread thread, AtomicLong at) {
    long seen;
    do {
      seen = at.get();
      try {
        thread.join(STUCK.toMillis());
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    } while (thread.isAlive() && at.get() != seen);
    if (thread.isAlive()) {
      AssertionError stuck = new AssertionError("No end: seed=" + at.get());
      stuck.setStackTrace(thread.getStackTrace());
      throw stuck;
    }
  }

  /** The first time counts classes that were loaded; the second time does not. */
  private static void run(Input input, long seed, int factor) {
    long allowed = ALWAYS + input.bytes() * factor;
    if (allocated(input) > allowed) {
      assertThat(allocated(input))
          .as("memory for %s bytes, seed=%s", input.bytes(), seed)
          .isLessThanOrEqualTo(allowed);
    }
  }

  /** The stack was full: how much fits on it is for the JIT to say, so memory says nothing. */
  static final class EndlessException extends RuntimeException {

    private static final long serialVersionUID = 1;
  }

  private static long allocated(Input input) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      input.read().run();
    } catch (EndlessException e) {
      return 0;
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
