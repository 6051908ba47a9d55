import dev.entourage.RemoteFunction;
import dev.entourage.Workers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Objects that hold objects that hold lambdas that hold state. */
public class PipelineCases {

  public static void main(String[] args) {
    Cases.run(PipelineCases.class, args);
  }

  record Document(String id, String text) {}

  static final class Encoder {
    private final int dimensions;

    Encoder(int dimensions) {
      this.dimensions = dimensions;
    }

    double[] encode(String text) {
      double[] vector = new double[dimensions];
      text.chars().forEach(c -> vector[c % dimensions]++);
      return vector;
    }
  }

  static final class Reranker {
    private final Encoder encoder;
    private final Map<String, Document> passages;

    Reranker(Encoder encoder, Map<String, Document> passages) {
      this.encoder = encoder;
      this.passages = passages;
    }

    double score(String query, String id) {
      double[] a = encoder.encode(query);
      double[] b = encoder.encode(passages.get(id).text());
      double sum = 0;
      for (int i = 0; i < a.length; i++) {
        sum += a[i] * b[i];
      }
      return sum;
    }
  }

  // C23
  static void rerankerHoldsAnEncoderAndAMapOfDocuments(Workers workers) throws Exception {
    Map<String, Document> passages = new HashMap<>();
    passages.put("p", new Document("p", "a passage about lambdas"));
    Reranker reranker = new Reranker(new Encoder(16), passages);
    double here = reranker.score("lambdas", "p");
    Cases.same(here, Cases.on(workers, () -> reranker.score("lambdas", "p")));
  }

  /** A node of a pipeline: a name and what it does. */
  record Node(String name, RemoteFunction<Integer, Integer> function) {}

  static final class Pipeline {
    private final List<Node> nodes = new ArrayList<>();
    private final int offset;

    Pipeline(int offset) {
      this.offset = offset;
    }

    Pipeline then(String name, RemoteFunction<Integer, Integer> function) {
      nodes.add(new Node(name, function));
      return this;
    }

    Integer run(Integer input) throws Exception {
      Integer value = input + offset;
      for (Node node : nodes) {
        value = node.function().apply(value);
      }
      return value;
    }
  }

  // C23
  static void pipelineHoldsNodesThatHoldLambdasThatHoldState(Workers workers) throws Exception {
    Encoder encoder = new Encoder(3);
    int factor = 2;
    Pipeline pipeline =
        new Pipeline(1).then("twice", x -> x * factor).then("size", x -> x + encoder.dimensions);
    Cases.same(15, Cases.on(workers, () -> pipeline.run(5)));
    Cases.same(List.of(15, 17), workers.map(List.of(5, 6), pipeline::run));
  }

  // C23
  static void nestedPipelinesWithStateAtTwoLevels(Workers workers) throws Exception {
    int outerState = 100;
    Pipeline inner = new Pipeline(10).then("double", x -> x * 2);
    Pipeline outer = new Pipeline(0).then("inner", inner::run).then("add", x -> x + outerState);
    Cases.same(130, Cases.on(workers, () -> outer.run(5)));
  }

  /** Applies a step to each element. */
  record MapOver<T, R>(RemoteFunction<T, R> step) implements RemoteFunction<List<T>, List<R>> {
    private static final long serialVersionUID = 1L;

    @Override
    public List<R> apply(List<T> input) throws Exception {
      List<R> output = new ArrayList<>();
      for (T element : input) {
        output.add(step.apply(element));
      }
      return output;
    }
  }

  // C23
  static void mapOverInsideMapOver(Workers workers) throws Exception {
    int add = 1;
    MapOver<List<Integer>, List<Integer>> nested = new MapOver<>(new MapOver<>(x -> x + add));
    List<List<Integer>> in = List.of(List.of(1, 2), List.of(), List.of(3));
    Cases.same(
        List.of(List.of(2, 3), List.of(), List.of(4)), Cases.on(workers, () -> nested.apply(in)));
    Cases.same(List.of(), Cases.on(workers, () -> nested.apply(List.of())));
    Cases.same(List.of(), workers.map(List.<Integer>of(), x -> x + add));
  }
}
