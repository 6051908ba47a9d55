import dev.entourage.Workers;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A driver of the cluster. The tests make a second one of it whose classes differ but for names.
 */
public class ClusterTwin {

  static final class Encoder {
    private final int offset;

    Encoder(int offset) {
      this.offset = offset;
    }

    int encode(int x) {
      return offset + x * 3;
    }
  }

  record Word(String text, int length) {}

  record Inner(Word word, double[] weights) {}

  public static void main(String[] args) throws Exception {
    Workers.Builder builder =
        Workers.builder()
            .backend(args[0])
            .transport("cluster")
            .processes(2)
            .inheritClassPath(false);
    for (int i = 1; i < args.length; i++) {
      String[] pair = args[i].split("=", 2);
      builder.option(pair[0], pair[1]);
    }
    try (Workers workers = builder.build()) {
      round(workers);
      System.out.println("first round done");
      System.in.read();
      round(workers);
      Cases.run(ClusterTwin.class, workers);
      workers.members().forEach(worker -> System.out.println("host=" + worker.host()));
    }
  }

  private static void round(Workers workers) {
    Encoder encoder = new Encoder(1000);
    List<Integer> items = IntStream.range(0, 20).boxed().toList();
    System.out.println("round=" + workers.map(items, encoder::encode));
  }

  // A1
  static void statefulEncoderComputes(Workers workers) throws Exception {
    Encoder encoder = new Encoder(0);
    Cases.same(encoder.encode(5), Cases.on(workers, () -> encoder.encode(5)));
  }

  // A3
  static void recordsTravelBothWays(Workers workers) throws Exception {
    Inner inner = new Inner(new Word("a", 1), new double[] {0.5});
    Inner home = Cases.on(workers, () -> new Inner(inner.word(), inner.weights().clone()));
    Cases.same(Inner.class, ((Object) home).getClass());
    Cases.same(inner.word(), home.word());
    Cases.same(inner.weights(), home.weights());
  }
}
