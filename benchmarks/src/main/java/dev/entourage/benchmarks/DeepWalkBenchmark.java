package dev.entourage.benchmarks;

import dev.entourage.preparer.Walker;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jol.info.GraphWalker;

/**
 * The walk of a task's object graph, beside what else finds every object.
 *
 * <p>{@code java -jar benchmarks/target/benchmarks.jar DeepWalk -p graph=POJOS,TREE}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    // The naive walk needs a stack as deep as the graph; JOL needs its flag for records.
    jvmArgs = {"-Xmx4g", "-Xss1g", "-Djol.magicFieldOffset=true"})
public class DeepWalkBenchmark {

  /** The graph that is walked. */
  @Param public Graphs graph;

  private final Walker walker = new Walker();
  private Graph made;

  /** Makes the graph. */
  @Setup
  public void make() {
    made = graph.make();
  }

  /** The walk of the preparer, through which each task goes. */
  @Benchmark
  public int entourage() {
    return walker.walk(made.root());
  }

  /** Knows the types, and remembers every object in a set with room for all. */
  @Benchmark
  public int byHand() {
    return made.walkByHand(Collections.newSetFromMap(new IdentityHashMap<>(made.size())));
  }

  /** Recursion, reflection and a set of all objects. */
  @Benchmark
  public int naive() {
    return new NaiveWalk().walk(made.root());
  }

  /** Java Object Layout's walk. */
  @Benchmark
  public long jol() {
    return new GraphWalker().walk(made.root()).totalCount();
  }
}
