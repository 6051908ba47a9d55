import dev.entourage.CallOptions;
import dev.entourage.RemoteCallable;
import dev.entourage.RemoteFunction;
import dev.entourage.Workers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The eight levels of the seed's own tests, each adding to the last. */
public class LevelCases {

  public static void main(String[] args) {
    Cases.run(LevelCases.class, args);
  }

  record Document(String id, String text) {}

  /** Level 1: a plain class. */
  static class Lower {
    Document apply(Document document) {
      return new Document(document.id(), document.text().toLowerCase(java.util.Locale.ROOT));
    }
  }

  // F46
  static void level1APlainClass(Workers workers) {
    Lower lower = new Lower();
    Cases.same(
        List.of(new Document("1", "a"), new Document("2", "b")),
        workers.map(List.of(new Document("1", "A"), new Document("2", "B")), lower::apply));
  }

  /** Level 2: a stateful one. */
  static class Encoder {
    private final int factor;
    private final Lower lower = new Lower();
    private int calls;

    Encoder(int factor) {
      this.factor = factor;
    }

    int encode(Document document) {
      calls++;
      return factor * lower.apply(document).text().chars().sum();
    }
  }

  // F46
  static void level2AStatefulOne(Workers workers) throws Exception {
    Encoder encoder = new Encoder(3);
    Document document = new Document("d", "A");
    Cases.same(3 * 'a', Cases.on(workers, () -> encoder.encode(document)));
    Cases.same(0, encoder.calls);
  }

  record Ran(long pid, int code) {}

  // F46
  static void level3InASeparateProcess(Workers workers) throws Exception {
    Encoder encoder = new Encoder(2);
    Document document = new Document("d", "b");
    Ran ran =
        Cases.on(workers, () -> new Ran(ProcessHandle.current().pid(), encoder.encode(document)));
    Cases.same(2 * 'b', ran.code());
    Cases.check(ran.pid() != ProcessHandle.current().pid(), "it ran in the driver");
    Cases.check(
        workers.members().stream().anyMatch(worker -> worker.pid() == ran.pid()),
        "it ran in no worker of the pool");
  }

  /** Waits for the other one: both must run at once in one worker. */
  static class Meeting {
    private static final java.util.concurrent.CyclicBarrier BOTH =
        new java.util.concurrent.CyclicBarrier(2);

    static long meet() throws Exception {
      BOTH.await(60, java.util.concurrent.TimeUnit.SECONDS);
      return ProcessHandle.current().pid();
    }
  }

  // F46
  static void level4WithAHintForPlacement(Workers workers) throws Exception {
    Encoder encoder = new Encoder(5);
    Document document = new Document("d", "c");
    try (Workers one = Cases.pool(1).slots(2).build()) {
      var first = one.submit(() -> new Ran(Meeting.meet(), encoder.encode(document)));
      var second = one.submit(() -> new Ran(Meeting.meet(), encoder.encode(document)));
      Cases.same(Cases.await(first), Cases.await(second));
      Cases.same(5 * 'c', Cases.await(first).code());
    }
    Cases.same(5 * 'c', Cases.on(workers, () -> encoder.encode(document)));
  }

  record Alone(long pid, boolean first, int code) {}

  // F46
  static void level4InAProcessOfItsOwn(Workers workers) throws Exception {
    Encoder encoder = new Encoder(5);
    Document document = new Document("d", "c");
    RemoteCallable<Alone> task =
        () ->
            new Alone(
                ProcessHandle.current().pid(),
                System.setProperty("level4.ran", "here") == null,
                encoder.encode(document));
    CallOptions own = CallOptions.defaults().withOwnProcess(true);
    Alone one = Cases.await(workers.submit(task, own));
    Alone other = Cases.await(workers.submit(task, own));
    Cases.check(one.first() && other.first(), "a worker had run something before");
    Cases.check(one.pid() != other.pid(), "both ran in one process");
    Cases.same(5 * 'c', one.code());
    Cases.same(5 * 'c', other.code());
  }

  static class Ranker {
    private final Encoder queries;
    private final Encoder documents;
    private final int offset;

    Ranker(Encoder queries, Encoder documents, int offset) {
      this.queries = queries;
      this.documents = documents;
      this.offset = offset;
    }

    int score(Document query, Document document) {
      return queries.encode(query) - documents.encode(document) + offset;
    }
  }

  // F46
  static void level5SeveralStatefulOnes(Workers workers) throws Exception {
    Encoder queries = new Encoder(3);
    Encoder documents = new Encoder(2);
    Ranker ranker = new Ranker(queries, documents, 7);
    Document a = new Document("a", "A");
    int expected = 3 * 'a' - 2 * 'a' + 7 + 5 * 'a';
    Encoder third = new Encoder(5);
    Cases.same(expected, Cases.on(workers, () -> ranker.score(a, a) + third.encode(a)));
  }

  record Scored<T extends Comparable<T>, D>(D value, T score) {}

  interface Stage<A, B> extends RemoteFunction<List<? extends A>, List<Optional<B>>> {}

  // F46
  static void level6NestedGenericTypes(Workers workers) throws Exception {
    Encoder encoder = new Encoder(4);
    Stage<Document, Scored<Integer, Set<Document>>> stage =
        documents -> {
          List<Optional<Scored<Integer, Set<Document>>>> results = new ArrayList<>();
          for (Document document : documents) {
            results.add(Optional.of(new Scored<>(Set.of(document), encoder.encode(document))));
          }
          results.add(Optional.empty());
          return results;
        };
    List<Document> documents = List.of(new Document("a", "a"), new Document("b", "b"));
    Cases.same(stage.apply(documents), Cases.on(workers, () -> stage.apply(documents)));
  }

  // F46
  static void level7MapTypes(Workers workers) throws Exception {
    Encoder encoder = new Encoder(4);
    Map<String, Map<Document, List<Integer>>> codes = new TreeMap<>();
    Map<Document, List<Integer>> inner = new LinkedHashMap<>();
    inner.put(new Document("z", "z"), List.of(1));
    inner.put(new Document("a", "a"), List.of(2));
    codes.put("x", inner);
    Map<String, Map<Document, List<Integer>>> result =
        Cases.on(
            workers,
            () -> {
              codes.values().forEach(m -> m.replaceAll((d, l) -> List.of(encoder.encode(d))));
              return codes;
            });
    Cases.same(TreeMap.class, result.getClass());
    Cases.same(
        List.of(List.of(4 * (int) 'z'), List.of(4 * (int) 'a')),
        List.copyOf(result.get("x").values()));
    Cases.same(List.of(1), inner.get(new Document("z", "z")));
  }

  static class Reranker {
    private final Ranker ranker;
    private final Map<String, Document> documents;
    private final List<RemoteFunction<Integer, Integer>> steps = new ArrayList<>();

    Reranker(Ranker ranker, Map<String, Document> documents) {
      this.ranker = ranker;
      this.documents = documents;
      int bonus = 11;
      steps.add(x -> x + bonus);
      steps.add(x -> x * this.documents.size());
    }

    Map<String, Integer> rerank(Document query) throws Exception {
      Map<String, Integer> scores = new TreeMap<>();
      for (Document document : documents.values()) {
        int score = ranker.score(query, document);
        for (RemoteFunction<Integer, Integer> step : steps) {
          score = step.apply(score);
        }
        scores.put(document.id(), score);
      }
      return scores;
    }
  }

  // F46
  static void level8AStatefulOneHoldingStatefulOnes(Workers workers) throws Exception {
    Encoder shared = new Encoder(3);
    Reranker reranker =
        new Reranker(
            new Ranker(shared, shared, 1),
            Map.of("a", new Document("a", "A"), "b", new Document("b", "B")));
    List<Document> queries = List.of(new Document("q", "q"), new Document("r", "r"));
    Set<Map<String, Integer>> here = new HashSet<>();
    for (Document query : queries) {
      here.add(reranker.rerank(query));
    }
    Cases.same(here, new HashSet<>(workers.map(queries, reranker::rerank)));
  }
}
