package dev.entourage.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Writing and reading a graph with each backend, beside the bare library as a sensible user sets it
 * up. {@link MarshalTable} runs it, prints the ratios and draws them.
 *
 * <p>{@code java -jar benchmarks/target/benchmarks.jar Marshal -p backend=kryo -p graph=POJOS}
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    // FST asks for most of them; the bare libraries for the rest.
    jvmArgs = {
      "-Xmx2g",
      "-Xss16m",
      "--add-opens=java.base/java.lang=ALL-UNNAMED",
      "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
      "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
      "--add-opens=java.base/java.math=ALL-UNNAMED",
      "--add-opens=java.base/java.net=ALL-UNNAMED",
      "--add-opens=java.base/java.text=ALL-UNNAMED",
      "--add-opens=java.base/java.time=ALL-UNNAMED",
      "--add-opens=java.base/java.util=ALL-UNNAMED",
      "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
      "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
      "--add-opens=java.base/java.util.concurrent.locks=ALL-UNNAMED",
      "--add-opens=java.base/java.util.regex=ALL-UNNAMED",
      "--add-opens=java.base/sun.util.calendar=ALL-UNNAMED"
    })
public class MarshalBenchmark {

  /** Our marshaller over the library. */
  @Benchmark
  public Object write(Marshals marshals, Marshals.What what) throws Exception {
    return marshals.each(
        what, what.written.remaining(), () -> what.writer.write(what.root, type -> {}));
  }

  /** Our marshaller over the library. */
  @Benchmark
  public Object read(Marshals marshals, Marshals.What what) throws Exception {
    return marshals.each(what, what.written.remaining(), () -> what.reader.read(what.written));
  }

  /** The library alone. */
  @Benchmark
  public Object bareWrite(Marshals marshals, Marshals.What what) throws Exception {
    what.makeBare();
    return marshals.each(what, what.bareWritten.length, () -> what.bare.write(what.root));
  }

  /** The library alone. */
  @Benchmark
  public Object bareRead(Marshals marshals, Marshals.What what) throws Exception {
    what.makeBare();
    return marshals.each(what, what.bareWritten.length, () -> what.bare.read(what.bareWritten));
  }
}
