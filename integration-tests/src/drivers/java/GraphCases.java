import dev.entourage.RemoteFunction;
import dev.entourage.Workers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Depth, untouched originals, and pipelines of objects that hold objects that hold lambdas. */
public class GraphCases {

  public static void main(String[] args) {
    Cases.run(GraphCases.class, args);
  }

  static final class Link {
    final int number;
    Link next;

    Link(int number, Link next) {
      this.number = number;
      this.next = next;
    }

    static Link chain(int links) {
      Link head = null;
      for (int i = links; i > 0; i--) {
        head = new Link(i, head);
      }
      return head;
    }

    static int count(Link head) {
      int count = 0;
      for (Link link = head; link != null; link = link.next) {
        count++;
        if (link.number != count) {
          return -count;
        }
      }
      return count;
    }
  }

  private static void travels(Workers workers, int links) throws Exception {
    Link chain = Link.chain(links);
    Cases.same(links, Cases.on(workers, () -> Link.count(chain)));
    Cases.same(links, Link.count(Cases.on(workers, () -> Link.chain(links))));
  }

  // C20
  static void fifteenLinks(Workers workers) throws Exception {
    travels(workers, 15);
  }

  // C20
  static void tenThousandLinks(Workers workers) throws Exception {
    travels(workers, 10_000);
  }

  // C20
  static void hundredThousandLinks(Workers workers) throws Exception {
    travels(workers, 100_000);
  }

  // C20
  static void listsInListsOfAnyDepth(Workers workers) throws Exception {
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      list = new ArrayList<>(List.of(list));
    }
    List<Object> root = list;
    int depth =
        Cases.on(
            workers,
            () -> {
              int levels = 0;
              Object inner = root;
              while (inner instanceof List<?> l && !l.isEmpty()) {
                inner = l.get(0);
                levels++;
              }
              return levels;
            });
    Cases.same(10_000, depth);
  }

  static final class Holder {
    final List<String> list = new ArrayList<>(List.of("a", "b"));
    final Map<String, Holder> map = new LinkedHashMap<>();
    final Optional<String> empty = Optional.empty();
    final Optional<String> full = Optional.of("x");
    final RemoteFunction<Integer, Integer> function = x -> x + 1;
    final int[] numbers = {1, 2, 3};
    final Class<?> type = Holder.class;
    String text = "before";
    transient String hidden = "kept";
  }

  /** Every field by identity, containers by content. */
  private static List<Object> fields(Holder holder) throws Exception {
    List<Object> values = new ArrayList<>();
    for (var field : Holder.class.getDeclaredFields()) {
      Object value = field.get(holder);
      values.add(field.getName() + "@" + System.identityHashCode(value));
    }
    values.addAll(holder.list);
    values.add(
        holder.map.keySet().toString()
            + holder.map.values().stream().map(System::identityHashCode).toList());
    values.add(java.util.Arrays.toString(holder.numbers));
    return values;
  }

  // C21
  static void callersObjectsAreUnchanged(Workers workers) throws Exception {
    Holder holder = new Holder();
    holder.map.put("self", holder);
    List<Object> before = fields(holder);
    String seen =
        Cases.on(
            workers,
            () -> {
              holder.text = "changed";
              holder.list.add("c");
              holder.numbers[0] = 9;
              return holder.text + holder.list + holder.function.apply(holder.numbers[0]);
            });
    Cases.same("changed[a, b, c]10", seen);
    Cases.same(before, fields(holder));
    Cases.same("before", holder.text);
  }

  // C21
  static void singletonsOfTheJdkStayThemselves(Workers workers) throws Exception {
    Holder holder = new Holder();
    Cases.check(
        Cases.on(workers, () -> holder.empty == Optional.<String>empty() && holder.empty.isEmpty()),
        "another empty Optional on the worker");
    Optional<String> home = Cases.on(workers, () -> holder).empty;
    Cases.check(home == Optional.<String>empty(), "another empty Optional came home");
    Cases.check(Optional.empty().isEmpty(), "the driver's Optional.EMPTY was filled");
    Cases.same(Optional.of("x"), Cases.on(workers, () -> holder.full));
    Cases.check(
        Cases.on(workers, () -> Optional.empty().isEmpty()), "the worker's EMPTY was filled");
    Cases.check(Cases.on(workers, () -> holder.type == Holder.class), "another class of one name");
  }

  static final class Counter {
    int count;

    int increment() {
      return ++count;
    }
  }

  // C22
  static void counterCountsOnTheWorkerOnly(Workers workers) throws Exception {
    Counter counter = new Counter();
    Cases.same(1, Cases.on(workers, counter::increment));
    Cases.same(1, Cases.on(workers, counter::increment));
    Cases.same(0, counter.count);
  }

  // design.md §4: encoded when submit returns
  static void changesAfterSubmitDontTravel(Workers workers) throws Exception {
    Counter counter = new Counter();
    var future = workers.submit(() -> counter.count);
    counter.count = 99;
    Cases.same(0, Cases.await(future));
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
