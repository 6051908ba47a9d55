package dev.entourage.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The graphs of one invocation, and what walking them took: CPU time and memory of this thread
 * alone, so that other programs on the machine don't count, nor does making the graphs.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Walks {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** The CPU time of all walks, in nanoseconds. */
  public long nanos;

  /** What they allocated. */
  public long bytes;

  /** How many there were. */
  public long walks;

  private Graph[] graphs;

  /** What is walked, and whether anybody has asked its objects for their hash code before. */
  @State(Scope.Benchmark)
  public static class What {

    /** The graph. */
    @Param public Graphs graph;

    /** Objects get their identity hash codes when they are first asked, which takes longer. */
    @Param({"steady"})
    public String hashes;
  }

  /** Makes the graphs, once or each time. */
  @Setup(Level.Invocation)
  public void make(What what) {
    boolean fresh = what.hashes.equals("fresh");
    if (fresh) {
      graphs = Stream.generate(what.graph::make).limit(what.graph.batch()).toArray(Graph[]::new);
    } else if (graphs == null) {
      graphs = new Graph[what.graph.batch()];
      Arrays.fill(graphs, what.graph.make());
    }
  }

  /** Starts an iteration. */
  @Setup(Level.Iteration)
  public void reset() {
    nanos = 0;
    bytes = 0;
    walks = 0;
  }

  long each(ToLongFunction<Graph> walk) {
    long found = 0;
    long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
    long start = THREADS.getCurrentThreadCpuTime();
    for (Graph graph : graphs) {
      found += walk.applyAsLong(graph);
    }
    nanos += THREADS.getCurrentThreadCpuTime() - start;
    bytes += THREADS.getCurrentThreadAllocatedBytes() - bytesBefore;
    walks += graphs.length;
    return found;
  }
}
