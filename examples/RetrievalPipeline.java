import dev.entourage.RemoteFunction;
import dev.entourage.Workers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds passages of the JDK's legal texts: BM25 and a dense index side by side, fused and reranked,
 * with the steps mapped over worker processes.
 *
 * <p>A passage is a paragraph. A query is the name of a file, and the paragraphs of that file are
 * the relevant ones. With {@code --local} all runs in this JVM; the figures are the same to the
 * last digit.
 */
public class RetrievalPipeline {

  private static final int WORKERS = 2;
  private static final int CANDIDATES = 50;

  public static void main(String[] args) throws Exception {
    if (List.of(args).contains("--local")) {
      print(evaluate(new Local()));
      return;
    }
    try (Workers workers = Workers.local(WORKERS)) {
      Remote remote = new Remote(workers);
      print(evaluate(remote));
      System.err.println("process " + ProcessHandle.current().pid() + " drove, " + remote.tally());
    }
  }

  /** The pipeline, one step a line. */
  static Map<String, Number> evaluate(Steps steps) throws Exception {
    Corpus corpus = Corpus.load(Path.of(System.getProperty("java.home"), "legal"));
    Map<String, Passage> passages = corpus.passages();
    List<String> queries = List.copyOf(corpus.relevant().keySet());

    Encoder encoder = new Encoder(32, 3);
    List<Embedding> documents =
        steps.map(List.copyOf(passages.values()), p -> encoder.encode(p.id(), p.text()));
    PlaidIndex plaid = new PlaidIndex(documents, 64);
    Bm25Index bm25 = new Bm25Index(passages.values(), 1.2, 0.75);

    List<Embedding> encoded = steps.map(queries, query -> encoder.encode(query, query));
    List<Ranking> dense = steps.map(encoded, query -> plaid.search(query, CANDIDATES));
    List<Ranking> sparse = steps.map(queries, query -> bm25.search(query, CANDIDATES));

    RrfFusion fusion = new RrfFusion(60);
    List<Ranking> fused = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      fused.add(fusion.fuse(dense.get(i), sparse.get(i)));
    }
    Reranker reranker = new Reranker(encoder, passages);
    List<Ranking> predictions = steps.map(fused, ranking -> reranker.rerank(ranking, CANDIDATES));

    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("queries", queries.size());
    figures.put("passages", passages.size());
    figures.put("NDCG@10", new NdcgEvaluator(10).evaluate(predictions, corpus.relevant()));
    for (int k : new int[] {1, 5, 10}) {
      figures.put("Recall@" + k, new RecallEvaluator(k).evaluate(predictions, corpus.relevant()));
    }
    return figures;
  }

  static void print(Map<String, Number> figures) {
    figures.forEach((name, value) -> System.out.println(name + " " + value));
  }

  // Where the steps run.

  /** Applies a function to each item, in order. */
  interface Steps {
    <T, R> List<R> map(List<T> items, RemoteFunction<T, R> function) throws Exception;
  }

  /** All in this JVM. */
  static class Local implements Steps {
    @Override
    public <T, R> List<R> map(List<T> items, RemoteFunction<T, R> function) throws Exception {
      List<R> results = new ArrayList<>();
      for (T item : items) {
        results.add(function.apply(item));
      }
      return results;
    }
  }

  /** All in worker JVMs; remembers which of them did how much. */
  static class Remote implements Steps {

    private record Done<R>(R result, long pid) {}

    private final Workers workers;
    private final Map<Long, Integer> done = new TreeMap<>();

    Remote(Workers workers) {
      this.workers = workers;
    }

    @Override
    public <T, R> List<R> map(List<T> items, RemoteFunction<T, R> function) {
      List<Done<R>> all =
          workers.map(
              items, item -> new Done<>(function.apply(item), ProcessHandle.current().pid()));
      all.forEach(one -> done.merge(one.pid(), 1, Integer::sum));
      return all.stream().map(Done::result).toList();
    }

    String tally() {
      List<String> parts = new ArrayList<>();
      done.forEach((pid, items) -> parts.add("process " + pid + " did " + items + " items"));
      return String.join(", ", parts);
    }
  }

  // What is searched.

  /** A paragraph. */
  record Passage(String id, String text) {}

  /** Distinct paragraphs, and for each query the ids of those that answer it. */
  record Corpus(Map<String, Passage> passages, Map<String, Set<String>> relevant) {

    static Corpus load(Path legal) throws IOException {
      Map<String, Set<String>> texts = textsByStem(legal);
      Map<String, Passage> byText = new LinkedHashMap<>();
      Map<String, Set<String>> relevant = new TreeMap<>();
      texts.forEach(
          (stem, contents) -> {
            Set<String> ids = new TreeSet<>();
            for (String paragraph : paragraphs(contents)) {
              String id = "p%05d".formatted(byText.size());
              ids.add(byText.computeIfAbsent(paragraph, text -> new Passage(id, text)).id());
            }
            if (contents.size() == 1 && !ids.isEmpty()) {
              relevant.put(stem, ids);
            }
          });
      if (relevant.size() < 20) {
        throw new IOException(
            "This JDK has too few legal texts to search: found=%d, needed=20, folder=%s. Try another JDK."
                .formatted(relevant.size(), legal));
      }
      Map<String, Passage> byId = new TreeMap<>();
      byText.values().forEach(passage -> byId.put(passage.id(), passage));
      return new Corpus(byId, relevant);
    }

    /** Modules repeat each other's files, some as links: a content counts once. */
    private static Map<String, Set<String>> textsByStem(Path legal) throws IOException {
      Map<String, Set<String>> texts = new TreeMap<>();
      if (!Files.isDirectory(legal)) {
        return texts;
      }
      try (Stream<Path> files = Files.walk(legal, FileVisitOption.FOLLOW_LINKS)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          String stem = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
          String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
          texts.computeIfAbsent(stem, name -> new TreeSet<>()).add(text);
        }
      }
      return texts;
    }

    private static List<String> paragraphs(Set<String> contents) {
      return contents.stream()
          .flatMap(content -> Stream.of(content.split("\\R\\s*\\R")))
          .map(paragraph -> paragraph.replaceAll("\\s+", " ").strip())
          .filter(paragraph -> Words.of(paragraph).size() >= 3)
          .toList();
    }
  }

  /** Splits a text: at what is no letter or digit, and inside camelCase. */
  static class Words {
    static List<String> of(String text) {
      return Stream.of(text.split("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})"))
          .filter(word -> !word.isEmpty())
          .map(word -> word.toLowerCase(Locale.ROOT))
          .toList();
    }
  }

  // How it is encoded.

  /** A text as one vector a word. */
  record Embedding(String id, List<String> words, float[][] vectors) {}

  /** Makes vectors of length 1 from the hashed n-grams of words: alike words are near. */
  static class Encoder {
    private final int dimensions;
    private final int gram;

    Encoder(int dimensions, int gram) {
      this.dimensions = dimensions;
      this.gram = gram;
    }

    Embedding encode(String id, String text) {
      List<String> words = Words.of(text);
      return new Embedding(id, words, words.stream().map(this::vector).toArray(float[][]::new));
    }

    private float[] vector(String word) {
      float[] vector = new float[dimensions];
      String padded = "^" + word + "$";
      for (int at = 0; at + gram <= padded.length(); at++) {
        int hash = mix(padded.substring(at, at + gram).hashCode());
        vector[Math.floorMod(hash, dimensions)] += hash < 0 ? -1 : 1;
      }
      return Vectors.normalized(vector);
    }

    private static int mix(int hash) {
      int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
      return (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
    }
  }

  /** Sums in one order, so that every JVM gets the same bits. */
  static class Vectors {
    static float dot(float[] a, float[] b) {
      float sum = 0;
      for (int i = 0; i < a.length; i++) {
        sum += a[i] * b[i];
      }
      return sum;
    }

    static float[] normalized(float[] vector) {
      float norm = (float) Math.sqrt(dot(vector, vector));
      for (int i = 0; norm > 0 && i < vector.length; i++) {
        vector[i] /= norm;
      }
      return vector;
    }
  }

  // How it is found.

  /** One found passage. */
  record Hit(String id, double score) {

    static final Comparator<Hit> BEST_FIRST =
        Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::id);
  }

  /** What was found for a query, best first. */
  record Ranking(String query, List<Hit> hits) {

    static Ranking of(String query, Map<String, Double> scores, int limit) {
      return new Ranking(
          query,
          scores.entrySet().stream()
              .map(entry -> new Hit(entry.getKey(), entry.getValue()))
              .sorted(Hit.BEST_FIRST)
              .limit(limit)
              .toList());
    }
  }

  /**
   * A dense index over the vectors of words: each is kept as its nearest centroid and one signed
   * byte a dimension for the rest. A query looks only at passages near its own centroids.
   */
  static class PlaidIndex {
    private static final int PROBES = 4;

    private record Coded(int[] centroids, byte[][] rest) {}

    private final float[][] centroids;
    private final Map<String, Coded> passages = new TreeMap<>();
    private final Map<Integer, Set<String>> byCentroid = new TreeMap<>();

    PlaidIndex(List<Embedding> documents, int size) {
      this.centroids = sample(documents, size);
      documents.forEach(this::add);
    }

    Ranking search(Embedding query, int limit) {
      Set<String> candidates = new TreeSet<>();
      for (float[] vector : query.vectors()) {
        for (int centroid : nearest(vector)) {
          candidates.addAll(byCentroid.getOrDefault(centroid, Set.of()));
        }
      }
      Map<String, Double> scores = new TreeMap<>();
      candidates.forEach(id -> scores.put(id, score(query, passages.get(id))));
      return Ranking.of(query.id(), scores, limit);
    }

    /** The best match of each word of the query, summed. */
    private double score(Embedding query, Coded passage) {
      double sum = 0;
      for (float[] vector : query.vectors()) {
        float best = -1;
        for (int i = 0; i < passage.rest.length; i++) {
          best = Math.max(best, Vectors.dot(vector, decode(passage.centroids[i], passage.rest[i])));
        }
        sum += best;
      }
      return sum;
    }

    private void add(Embedding document) {
      int words = document.vectors().length;
      Coded coded = new Coded(new int[words], new byte[words][]);
      for (int i = 0; i < words; i++) {
        int centroid = nearest(document.vectors()[i])[0];
        coded.centroids[i] = centroid;
        coded.rest[i] = encode(centroid, document.vectors()[i]);
        byCentroid.computeIfAbsent(centroid, c -> new TreeSet<>()).add(document.id());
      }
      passages.put(document.id(), coded);
    }

    private byte[] encode(int centroid, float[] vector) {
      byte[] rest = new byte[vector.length];
      for (int i = 0; i < rest.length; i++) {
        rest[i] = (byte) Math.round((vector[i] - centroids[centroid][i]) * 63);
      }
      return rest;
    }

    private float[] decode(int centroid, byte[] rest) {
      float[] vector = centroids[centroid].clone();
      for (int i = 0; i < rest.length; i++) {
        vector[i] += rest[i] / 63f;
      }
      return vector;
    }

    private int[] nearest(float[] vector) {
      Integer[] order = new Integer[centroids.length];
      float[] similarity = new float[centroids.length];
      for (int i = 0; i < centroids.length; i++) {
        order[i] = i;
        similarity[i] = Vectors.dot(vector, centroids[i]);
      }
      Arrays.sort(order, Comparator.comparingDouble(i -> -similarity[i]));
      return Arrays.stream(order).limit(PROBES).mapToInt(Integer::intValue).toArray();
    }

    /** Vectors of words, evenly over the alphabet: plain, and the same in each run. */
    private static float[][] sample(List<Embedding> documents, int size) {
      Map<String, float[]> vectors = new TreeMap<>();
      for (Embedding document : documents) {
        for (int i = 0; i < document.vectors().length; i++) {
          vectors.put(document.words().get(i), document.vectors()[i]);
        }
      }
      List<float[]> all = List.copyOf(vectors.values());
      int count = Math.min(size, all.size());
      float[][] sample = new float[count][];
      for (int i = 0; i < count; i++) {
        sample[i] = all.get((int) ((long) i * all.size() / count));
      }
      return sample;
    }
  }

  /** A sparse index: rare words count more, long passages less. */
  static class Bm25Index {
    private final Map<String, Map<String, Integer>> postings = new TreeMap<>();
    private final Map<String, Integer> lengths = new TreeMap<>();
    private final double k1;
    private final double b;
    private double averageLength;

    Bm25Index(Iterable<Passage> passages, double k1, double b) {
      this.k1 = k1;
      this.b = b;
      passages.forEach(this::add);
    }

    private void add(Passage passage) {
      List<String> words = Words.of(passage.text());
      for (String word : words) {
        postings.computeIfAbsent(word, w -> new TreeMap<>()).merge(passage.id(), 1, Integer::sum);
      }
      lengths.put(passage.id(), words.size());
      averageLength += (words.size() - averageLength) / lengths.size();
    }

    Ranking search(String query, int limit) {
      Map<String, Double> scores = new TreeMap<>();
      for (String word : Words.of(query)) {
        Map<String, Integer> found = postings.getOrDefault(word, Map.of());
        double n = lengths.size();
        double rarity = StrictMath.log(1 + (n - found.size() + 0.5) / (found.size() + 0.5));
        found.forEach((id, count) -> scores.merge(id, rarity * weight(id, count), Double::sum));
      }
      return Ranking.of(query, scores, limit);
    }

    private double weight(String id, int count) {
      double length = lengths.get(id) / averageLength;
      return count * (k1 + 1) / (count + k1 * (1 - b + b * length));
    }
  }

  /** Joins rankings by rank alone, since their scores can't be compared. */
  record RrfFusion(int k) {

    Ranking fuse(Ranking... rankings) {
      Map<String, Double> scores = new TreeMap<>();
      for (Ranking ranking : rankings) {
        for (int rank = 0; rank < ranking.hits().size(); rank++) {
          scores.merge(ranking.hits().get(rank).id(), 1.0 / (k + rank + 1), Double::sum);
        }
      }
      return Ranking.of(rankings[0].query(), scores, Integer.MAX_VALUE);
    }
  }

  /** Looks at the passages themselves, with exact vectors, and weighs how much they say of it. */
  static class Reranker {
    private final Encoder encoder;
    private final Map<String, Passage> passages;

    Reranker(Encoder encoder, Map<String, Passage> passages) {
      this.encoder = encoder;
      this.passages = passages;
    }

    Ranking rerank(Ranking ranking, int limit) {
      Embedding query = encoder.encode(ranking.query(), ranking.query());
      Map<String, Double> scores = new TreeMap<>();
      for (Hit hit : ranking.hits().subList(0, Math.min(limit, ranking.hits().size()))) {
        Passage passage = passages.get(hit.id());
        Embedding document = encoder.encode(passage.id(), passage.text());
        scores.put(hit.id(), hit.score() + similarity(query, document));
      }
      return Ranking.of(ranking.query(), scores, limit);
    }

    private static double similarity(Embedding query, Embedding document) {
      double sum = 0;
      for (float[] wanted : query.vectors()) {
        double best = 0;
        double all = 0;
        for (float[] vector : document.vectors()) {
          double near = Vectors.dot(wanted, vector);
          best = Math.max(best, near);
          all += near > 0.7 ? 1 : 0;
        }
        sum += best + all / (10 + document.vectors().length);
      }
      return sum / query.vectors().length;
    }
  }

  // How good it is.

  /** Normalised discounted cumulative gain of the first k: what is relevant should come first. */
  record NdcgEvaluator(int k) {

    double evaluate(List<Ranking> predictions, Map<String, Set<String>> relevant) {
      double sum = 0;
      for (Ranking prediction : predictions) {
        sum += evaluate(prediction, relevant.get(prediction.query()));
      }
      return sum / predictions.size();
    }

    private double evaluate(Ranking prediction, Set<String> relevant) {
      double gain = 0;
      double ideal = 0;
      for (int rank = 0; rank < k; rank++) {
        double discount = StrictMath.log(2) / StrictMath.log(rank + 2);
        ideal += rank < relevant.size() ? discount : 0;
        List<Hit> hits = prediction.hits();
        gain += rank < hits.size() && relevant.contains(hits.get(rank).id()) ? discount : 0;
      }
      return gain / ideal;
    }
  }

  /** The share of what is relevant that is among the first k. */
  record RecallEvaluator(int k) {

    double evaluate(List<Ranking> predictions, Map<String, Set<String>> relevant) {
      double sum = 0;
      for (Ranking prediction : predictions) {
        Set<String> wanted = relevant.get(prediction.query());
        long found =
            prediction.hits().stream().limit(k).filter(hit -> wanted.contains(hit.id())).count();
        sum += (double) found / wanted.size();
      }
      return sum / predictions.size();
    }
  }
}
