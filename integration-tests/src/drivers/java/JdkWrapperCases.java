import dev.entourage.PreparationException;
import dev.entourage.RemoteCallable;
import dev.entourage.RemoteFunction;
import dev.entourage.Workers;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** C19, C25: objects of the JDK that hold lambdas of the script's. */
public class JdkWrapperCases {

  public static void main(String[] args) {
    Cases.run(JdkWrapperCases.class, args);
  }

  interface Order extends Comparator<String>, Serializable {}

  private static Order backwards() {
    int sign = -1;
    return (a, b) -> sign * a.compareTo(b);
  }

  /** One comparator here, and in containers that travel in public and in serial form. */
  static final class Sorted {
    final Order order = backwards();
    final TreeMap<String, Integer> tree = new TreeMap<>(order);
    final ConcurrentSkipListMap<String, Integer> skips = new ConcurrentSkipListMap<>(order);
    final PriorityQueue<String> queue = new PriorityQueue<>(order);
    final Comparator<String> reversed = Collections.reverseOrder(order);
    final LinkedBlockingQueue<Order> orders = new LinkedBlockingQueue<>(List.of(order));
    final Failure failure = new Failure(order);

    boolean isOne() {
      return tree.comparator() == order
          && skips.comparator() == order
          && queue.comparator() == order
          && Collections.reverseOrder(reversed) == order
          && orders.peek() == order
          && failure.order == order;
    }
  }

  static final class Failure extends Exception {
    private static final long serialVersionUID = 1L;
    final Order order;

    Failure(Order order) {
      this.order = order;
    }
  }

  static void oneLambdaStaysOneInAllThatHoldIt(Workers workers) throws Exception {
    Sorted sorted = new Sorted();
    Cases.check(sorted.isOne(), "not one here");
    Cases.same(true, Cases.on(workers, sorted::isOne));
    Cases.check(Cases.on(workers, () -> sorted).isOne(), "not one at home");
  }

  static void comparators(Workers workers) throws Exception {
    Comparator<String> byLength = Comparator.comparingInt(String::length);
    List<Comparator<String>> all =
        List.of(
            byLength.reversed(),
            Collections.reverseOrder(byLength),
            Comparator.nullsFirst(byLength),
            Comparator.nullsLast(byLength.thenComparing(Comparator.naturalOrder())),
            Comparator.comparing(s -> s.length(), Comparator.reverseOrder()));
    List<String> signs =
        Cases.on(workers, () -> all.stream().map(c -> "" + c.compare("a", "bb")).toList());
    Cases.same(List.of("1", "1", "-1", "-1", "1"), signs);
  }

  static void entries(Workers workers) throws Exception {
    Comparator<Map.Entry<String, Integer>> byKey = Map.Entry.comparingByKey(backwards());
    Comparator<Map.Entry<String, Integer>> byValue = Map.Entry.comparingByValue((a, b) -> b - a);
    Cases.same(
        "1 1",
        Cases.on(
            workers,
            () ->
                byKey.compare(Map.entry("a", 1), Map.entry("b", 1))
                    + " "
                    + byValue.compare(Map.entry("a", 1), Map.entry("b", 2))));
  }

  static void functions(Workers workers) throws Exception {
    int by = 3;
    Function<Integer, Integer> add = x -> x + by;
    Predicate<String> rule =
        Predicate.not(String::isEmpty).and(s -> s.length() < by).or(Predicate.isEqual("long"));
    BinaryOperator<String> least = BinaryOperator.minBy(backwards());
    UnaryOperator<String> same = UnaryOperator.identity();
    IntFunction<String> text = i -> "i" + i + by;
    Predicate<String> digits = Pattern.compile("\\d+").asMatchPredicate();
    Predicate<String> digit = Pattern.compile("\\d").asPredicate();
    Cases.same(
        "14 true false b x i13 true true",
        Cases.on(
            workers,
            () ->
                add.andThen(x -> x * 2).compose(add).apply(1)
                    + " "
                    + rule.test("long")
                    + " "
                    + rule.negate().test("ab")
                    + " "
                    + least.apply("a", "b")
                    + " "
                    + same.apply("x")
                    + " "
                    + text.apply(1)
                    + " "
                    + digits.test("123")
                    + " "
                    + digit.test("a1")));
  }

  record Word(String text, int rank) {}

  static void collectors(Workers workers) throws Exception {
    int least = 2;
    Collector<Word, ?, Map<Integer, List<String>>> grouped =
        Collectors.groupingBy(
            Word::rank,
            TreeMap::new,
            Collectors.filtering(
                w -> w.text().length() >= least,
                Collectors.mapping(w -> w.text() + least, Collectors.toList())));
    Collector<Word, ?, String> own =
        Collector.of(
            StringBuilder::new,
            (StringBuilder text, Word word) -> text.append(word.text()),
            StringBuilder::append,
            StringBuilder::toString);
    Collector<CharSequence, ?, String> joining = Collectors.joining("-", "<", ">");
    Collector<Word, ?, Double> average = Collectors.averagingInt(Word::rank);
    Collector<Word, ?, Map<Boolean, Long>> parts =
        Collectors.partitioningBy(w -> w.rank() > 1, Collectors.counting());
    List<Word> words = List.of(new Word("a", 1), new Word("bb", 2), new Word("cc", 2));
    Cases.same(
        "{1=[], 2=[bb2, cc2]} abbcc <x-y> 1.6666666666666667 {false=1, true=2} [a]",
        Cases.on(
            workers,
            () ->
                words.stream().collect(grouped)
                    + " "
                    + words.stream().collect(own)
                    + " "
                    + Stream.of("x", "y").collect(joining)
                    + " "
                    + words.stream().collect(average)
                    + " "
                    + words.stream().collect(parts)
                    + " "
                    + Stream.of("a").collect(Collectors.toUnmodifiableList())));
  }

  static void callables(Workers workers) throws Exception {
    List<String> log = new ArrayList<>();
    Callable<String> callable = Executors.callable(() -> log.add("ran"), "result");
    Callable<Object> empty =
        Executors.callable(
            () -> {
              log.add("too");
            });
    Cases.same(
        "result null [ran, too]",
        Cases.on(workers, () -> callable.call() + " " + empty.call() + " " + log));
  }

  static void wrappersComeHomeAndTravelAgain(Workers workers) throws Exception {
    Supplier<String> name = () -> "name";
    Collector<String, ?, List<String>> named =
        Cases.on(workers, () -> Collectors.mapping(s -> s + name.get(), Collectors.toList()));
    Callable<String> callable = Cases.on(workers, () -> Executors.callable(() -> {}, name.get()));
    Cases.same(
        "[aname]name", Cases.on(workers, () -> Stream.of("a").collect(named) + callable.call()));
  }

  static void refusesWhatBelongsToOneRun(Workers workers) throws Exception {
    record Held(Object it) {}
    Map<Object, String> hints =
        Map.of(
            new FutureTask<>(() -> 1),
            "send what it yields",
            CompletableFuture.completedFuture(1),
            "send what it yields",
            new InheritableThreadLocal<>(),
            "withInitial",
            Stream.of(1),
            "send a list",
            Stream.of(1).mapToInt(x -> x),
            "send a list");
    for (Map.Entry<Object, String> hint : hints.entrySet()) {
      Held held = new Held(hint.getKey());
      RemoteCallable<String> task = () -> "" + held.it();
      PreparationException refused =
          Cases.thrown(PreparationException.class, () -> Cases.on(workers, task));
      Cases.check(refused.path().contains("it → "), refused.getMessage());
      Cases.check(refused.getMessage().contains(hint.getValue()), refused.getMessage());
    }
  }

  /** One class for each shape on a worker, however many tasks bring it. */
  static void aShapeIsSpunOnceAWorker(Workers workers) throws Exception {
    Map<String, List<Long>> classes = new java.util.HashMap<>();
    for (int i = 0; i < 12; i++) {
      int captured = i;
      Supplier<Integer> plain = () -> captured;
      RemoteFunction<Integer, Integer> remote = x -> x + captured;
      Function<Integer, Integer> both = Function.<Integer>identity().andThen(x -> x + captured);
      String names =
          Cases.on(
              workers,
              () ->
                  ProcessHandle.current().pid()
                      + " "
                      + System.identityHashCode(plain.getClass())
                      + " "
                      + System.identityHashCode(remote.getClass())
                      + " "
                      + System.identityHashCode(both.getClass()));
      classes.computeIfAbsent(names, unknown -> new ArrayList<>()).add((long) i);
    }
    long workersSeen = classes.keySet().stream().map(n -> n.split(" ")[0]).distinct().count();
    Cases.same(workersSeen, (long) classes.size());
  }
}
