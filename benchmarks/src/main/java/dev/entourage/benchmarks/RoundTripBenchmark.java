package dev.entourage.benchmarks;

import dev.entourage.RemoteCallable;
import dev.entourage.Workers;
import java.io.IOException;
import java.rmi.RemoteException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One small warm task there and back, awaited by a blocking thread, beside a call of Java RMI to
 * another JVM.
 *
 * <p>{@code java -jar benchmarks/target/benchmarks.jar RoundTrip}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RoundTripBenchmark {

  private Workers workers;
  private RmiPeer rmi;

  /** What each side does. */
  static final class Tripler {
    private final int factor = 3;

    int apply(int x) {
      return x * factor;
    }
  }

  /** Opens a pool of one worker, and the peer. */
  @Setup(Level.Trial)
  public void open() throws IOException, ClassNotFoundException {
    workers = Workers.local(1);
    rmi = RmiPeer.start();
  }

  /** Ends both. */
  @TearDown(Level.Trial)
  public void close() {
    workers.close();
    rmi.close();
  }

  /** A lambda that captured a small object. */
  @Benchmark
  public int entourage() {
    Tripler tripler = new Tripler();
    RemoteCallable<Integer> task = () -> tripler.apply(5);
    return workers.submit(task).join();
  }

  /** A call of a method that is already there. */
  @Benchmark
  public int rmi() throws RemoteException {
    return rmi.service().triple(5);
  }
}
