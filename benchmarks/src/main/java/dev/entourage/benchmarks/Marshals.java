package dev.entourage.benchmarks;

import dev.entourage.preparer.Codec;
import dev.entourage.preparer.Manifest;
import dev.entourage.preparer.NormalForms;
import dev.entourage.preparer.PreparedTask;
import dev.entourage.preparer.Preparer;
import dev.entourage.preparer.PreparerOptions;
import dev.entourage.spi.Marshaller;
import dev.entourage.spi.SerializationBackend;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What coding took: CPU time of this thread alone, so that other programs don't count. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Marshals {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** The CPU time of all calls, in nanoseconds. */
  public long nanos;

  /** How many there were. */
  public long calls;

  /** How many bytes the last one wrote or read. */
  public long size;

  /** What is encoded, and with what. */
  @State(Scope.Benchmark)
  public static class What {

    /** The backend's id. One that isn't on the path fails. */
    @Param({"kryo", "fst", "protostuff", "fory"})
    public String backend;

    /** The graph. */
    @Param public MarshalGraphs graph;

    Object root;
    Marshaller writer;
    Marshaller reader;
    ByteBuffer written;
    Bare bare;
    byte[] bareWritten;

    /** Sets both sides up as a pool does. */
    @Setup
    public void make() {
      root = graph.make();
      SerializationBackend found = find(backend);
      Preparer preparer = new Preparer(PreparerOptions.bare());
      writer = found.marshaller(preparer.normalForm());
      PreparedTask task = preparer.prepare(root);
      Manifest manifest =
          preparer.seal(task, new Codec(writer, preparer.normalForm()).encode(task).classes());
      ClassLoader own = preparer.library().results(manifest.id());
      reader = found.marshaller(NormalForms.over(own, List.of(), List.of()));
      written = writer.write(root, type -> {});
      check(reader.read(written));
    }

    private static SerializationBackend find(String id) {
      return ServiceLoader.load(SerializationBackend.class).stream()
          .map(ServiceLoader.Provider::get)
          .filter(each -> each.id().equals(id))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("There is no backend " + id));
    }

    /** The library alone; throws where it can't carry the graph, or carries it wrong. */
    void makeBare() throws Exception {
      if (bare == null) {
        Bare made = Bare.of(backend);
        bareWritten = made.write(root);
        check(made.read(bareWritten));
        bare = made;
      }
    }

    private void check(Object copy) {
      if (!graph.tell(root).equals(graph.tell(copy))) {
        throw new IllegalStateException("The copy is wrong: " + graph);
      }
    }
  }

  /** Starts an iteration. */
  @Setup(Level.Iteration)
  public void reset() {
    nanos = 0;
    calls = 0;
  }

  /** Codes as often as the graph's batch says. */
  Object each(What what, int bytes, Callable<Object> step) throws Exception {
    Object last = null;
    long start = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < what.graph.batch(); i++) {
      last = step.call();
    }
    nanos += THREADS.getCurrentThreadCpuTime() - start;
    calls += what.graph.batch();
    size = bytes;
    return last;
  }
}
