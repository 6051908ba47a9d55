import dev.entourage.Workers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** C25: lambdas of the JDK's own interfaces, which aren't serializable. */
public class PlainLambdaCases {

  private final int scale;
  private final Function<Integer, Integer> times;

  PlainLambdaCases(int scale) {
    this.scale = scale;
    this.times = x -> x * this.scale;
  }

  public static void main(String[] args) {
    Cases.run(PlainLambdaCases.class, args);
  }

  record Word(String text, int rank) {
    private String secret() {
      return "*" + text;
    }
  }

  static void inAVariable(Workers workers) throws Exception {
    int captured = 4;
    Function<Integer, Integer> step = x -> x + captured;
    Cases.same(46, Cases.on(workers, () -> step.apply(42)));
  }

  static void inAFieldAndCapturingItsOwner(Workers workers) throws Exception {
    PlainLambdaCases owner = new PlainLambdaCases(7);
    Cases.same(42, Cases.on(workers, () -> owner.times.apply(6)));
  }

  static void inContainers(Workers workers) throws Exception {
    Map<String, Predicate<String>> rules = new TreeMap<>(Comparator.reverseOrder());
    rules.put("short", s -> s.length() < 3);
    rules.put("empty", String::isEmpty);
    List<String> fitting =
        Cases.on(
            workers,
            () -> {
              List<String> names = new ArrayList<>();
              rules.forEach((name, rule) -> names.add(name + rule.test("a")));
              return names;
            });
    Cases.same(List.of("shorttrue", "emptyfalse"), fitting);
  }

  static void instancesOfOneLambdaKeepTheirOwnCaptures(Workers workers) throws Exception {
    List<Supplier<Integer>> lambdas = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      int captured = i;
      lambdas.add(() -> captured);
    }
    List<Integer> values = Cases.on(workers, () -> lambdas.stream().map(Supplier::get).toList());
    Cases.same(List.of(1, 2, 3), values);
  }

  static void aLambdaWithinALambda(Workers workers) throws Exception {
    int a = 1;
    Function<Integer, Function<Integer, Integer>> curried = x -> y -> a + x * y;
    Cases.same(43, Cases.on(workers, () -> curried.apply(6).apply(7)));
  }

  static void methodReferences(Workers workers) throws Exception {
    Function<Word, String> hidden = Word::secret;
    BiFunction<String, Integer, Word> maker = Word::new;
    BinaryOperator<Integer> sum = Integer::sum;
    ToIntFunction<String> length = String::length;
    Function<Integer, Word[]> array = Word[]::new;
    String result =
        Cases.on(
            workers,
            () ->
                hidden.apply(maker.apply("a", 1))
                    + sum.apply(1, 2)
                    + length.applyAsInt("four")
                    + array.apply(5).length);
    Cases.same("*a345", result);
  }

  static void combinedByTheJdk(Workers workers) throws Exception {
    Function<Integer, Integer> step = x -> x + 1;
    Function<Integer, String> both = step.andThen(x -> x * 2).compose(step).andThen(x -> "=" + x);
    Predicate<String> rule = Predicate.not(String::isEmpty).and(s -> s.length() < 3);
    Cases.same("=12 true", Cases.on(workers, () -> both.apply(4) + " " + rule.test("ab")));
  }

  static void comparators(Workers workers) throws Exception {
    Comparator<Word> order =
        Comparator.comparing(Word::text).reversed().thenComparingInt(Word::rank);
    List<Word> words = List.of(new Word("a", 2), new Word("b", 1), new Word("a", 1));
    List<Word> sorted = Cases.on(workers, () -> words.stream().sorted(order).toList());
    Cases.same(List.of(new Word("b", 1), new Word("a", 1), new Word("a", 2)), sorted);
  }

  static void comesHomeAndRunsHere(Workers workers) throws Exception {
    int factor = 6;
    Function<Integer, Integer> home = Cases.on(workers, () -> times(factor));
    Cases.same(42, home.apply(7));
    Cases.check(!(home instanceof java.io.Serializable), "It came home as something else");
  }

  private static Function<Integer, Integer> times(int factor) {
    Function<Integer, Integer> times = x -> x * factor;
    return times.andThen(x -> x);
  }

  static void travelsOnAfterItCameHome(Workers workers) throws Exception {
    Function<Integer, Integer> once = Cases.on(workers, () -> times(2));
    Function<Integer, Integer> twice = Cases.on(workers, () -> once.andThen(once));
    Cases.same(28, twice.apply(7));
  }

  static void isOneObjectHoweverOftenItIsCaptured(Workers workers) throws Exception {
    Supplier<String> one = () -> "one";
    Supplier<String> same = one;
    Cases.same(true, Cases.on(workers, () -> one == same));
  }
}
