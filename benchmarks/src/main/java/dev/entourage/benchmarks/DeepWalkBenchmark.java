package dev.entourage.benchmarks;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import com.esotericsoftware.kryo.util.DefaultInstantiatorStrategy;
import dev.entourage.preparer.Walker;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.tests.util.RamUsageTester;
import org.ehcache.sizeof.impl.UnsafeSizeOf;
import org.objenesis.strategy.StdInstantiatorStrategy;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jol.info.GraphWalker;

/**
 * The walk of a task's object graph, beside what else finds every object. {@link DeepWalkTable}
 * runs it and prints the ratios.
 *
 * <p>{@code java -jar benchmarks/target/benchmarks.jar DeepWalk -p graph=POJOS,TREE -p
 * hashes=fresh}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    // The recursive ones need a stack as deep as the graph. JOL needs its flag for records, and
    // those that look into the JDK's objects need them open.
    jvmArgs = {
      "-Xmx3g",
      "-Xss1g",
      // On a busy machine the compiler may come too late otherwise.
      "-XX:-BackgroundCompilation",
      "-Djol.magicFieldOffset=true",
      "--add-opens=java.base/java.lang=ALL-UNNAMED",
      "--add-opens=java.base/java.util=ALL-UNNAMED"
    })
public class DeepWalkBenchmark {

  private final Walker walker = new Walker();
  private final Kryo kryo = kryo();

  private static Kryo kryo() {
    Kryo kryo = new Kryo();
    kryo.setRegistrationRequired(false);
    kryo.setInstantiatorStrategy(new DefaultInstantiatorStrategy(new StdInstantiatorStrategy()));
    kryo.addDefaultSerializer(EnumMap.class, new EnumMapCopier());
    return kryo;
  }

  /** Kryo itself can't make an enum map. */
  private static final class EnumMapCopier extends Serializer<EnumMap<?, ?>> {

    @Override
    public EnumMap<?, ?> copy(Kryo kryo, EnumMap<?, ?> original) {
      EnumMap<?, Object> copy = new EnumMap<>(original);
      copy.replaceAll((key, value) -> kryo.copy(value));
      return copy;
    }

    @Override
    public void write(Kryo kryo, Output output, EnumMap<?, ?> map) {
      throw new UnsupportedOperationException();
    }

    @Override
    public EnumMap<?, ?> read(Kryo kryo, Input input, Class<? extends EnumMap<?, ?>> type) {
      throw new UnsupportedOperationException();
    }
  }

  /** The walk of the preparer, through which each task goes. */
  @Benchmark
  public long entourage(Walks walks) {
    return walks.each(graph -> walker.walk(graph.root()));
  }

  /** Knows the types and remembers nothing: right for trees only, and endless on cycles. */
  @Benchmark
  public long blindByHand(Walks walks) {
    return walks.each(
        graph -> {
          long count = graph.countByHand();
          if (count == Graph.ENDLESS) {
            throw new UnsupportedOperationException("This graph has cycles");
          }
          return count;
        });
  }

  /** Knows the types, and remembers every object in a set with room for all. */
  @Benchmark
  public long byHand(Walks walks) {
    return walks.each(
        graph -> graph.walkByHand(Collections.newSetFromMap(new IdentityHashMap<>(graph.size()))));
  }

  /** Recursion, reflection and a set of all objects. */
  @Benchmark
  public long naive(Walks walks) {
    return walks.each(graph -> new NaiveWalk().walk(graph.root()));
  }

  /** Java Object Layout's walk. */
  @Benchmark
  public long jol(Walks walks) {
    return walks.each(graph -> new GraphWalker().walk(graph.root()).totalCount());
  }

  /** The size of the graph, as Ehcache measures it. */
  @Benchmark
  public long ehcache(Walks walks) {
    return walks.each(graph -> new UnsafeSizeOf().deepSizeOf(graph.root()));
  }

  /** The size of the graph, as Lucene's tests measure it. */
  @Benchmark
  public long lucene(Walks walks) {
    return walks.each(graph -> RamUsageTester.ramUsed(graph.root()));
  }

  /** A copy of the graph, as Kryo makes it. */
  @Benchmark
  public long kryoCopy(Walks walks) {
    return walks.each(graph -> System.identityHashCode(kryo.copy(graph.root())));
  }
}
