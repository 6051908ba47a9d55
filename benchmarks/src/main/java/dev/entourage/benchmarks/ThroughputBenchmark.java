package dev.entourage.benchmarks;

import dev.entourage.Workers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Small tasks by the thousand over two workers: as items of one {@code map}, and submitted all at
 * once.
 *
 * <p>{@code java -jar benchmarks/target/benchmarks.jar Throughput}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ThroughputBenchmark {

  private static final int TASKS = 5_000;

  private final List<Integer> items = IntStream.range(0, TASKS).boxed().toList();
  private Workers workers;

  /** Opens a pool of two workers. */
  @Setup(Level.Trial)
  public void open() {
    workers = Workers.local(2);
  }

  /** Ends the pool. */
  @TearDown(Level.Trial)
  public void close() {
    workers.close();
  }

  /** One call, one function, many items. */
  @Benchmark
  @OperationsPerInvocation(TASKS)
  public List<Integer> map() {
    return workers.map(items, x -> x * 3);
  }

  /** Many calls, each with a capture of its own. */
  @Benchmark
  @OperationsPerInvocation(TASKS)
  public int submit() {
    List<CompletableFuture<Integer>> futures =
        items.stream().map(x -> workers.submit(() -> x * 3)).toList();
    return futures.stream().mapToInt(CompletableFuture::join).sum();
  }
}
