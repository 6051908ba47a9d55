package dev.entourage.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.Supplier;

/** CPU time of this thread, which other work on the machine disturbs less than the clock. */
final class Cpu {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** What was computed last, so that nothing computes in vain. */
  static volatile Object sink;

  private Cpu() {}

  /** Microseconds of one run. */
  static double once(Supplier<?> step) {
    long before = THREADS.getCurrentThreadCpuTime();
    sink = step.get();
    return (THREADS.getCurrentThreadCpuTime() - before) / 1e3;
  }

  /**
   * Microseconds a run of several steps, each the median of many batches that take turns, so that
   * all see the same machine.
   */
  static double[] medians(int batches, int runs, Supplier<?>... steps) {
    double[][] all = new double[steps.length][batches];
    for (int batch = -batches; batch < batches; batch++) {
      for (int step = 0; step < steps.length; step++) {
        double micros = batch(runs, steps[step]);
        // As many before the first that counts.
        all[step][Math.max(0, batch)] = micros;
      }
    }
    return Arrays.stream(all).mapToDouble(Cpu::median).toArray();
  }

  private static double batch(int runs, Supplier<?> step) {
    long before = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < runs; i++) {
      sink = step.get();
    }
    return (THREADS.getCurrentThreadCpuTime() - before) / 1e3 / runs;
  }

  static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
