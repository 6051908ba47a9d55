package cases;

import java.util.*;
import java.util.function.*;

class PlainLambdas {
  private final int by = 3;
  private final Function<Integer, Integer> times = x -> x * by;
  private final Predicate<Integer> even = x -> x % 2 == 0;

  static Object[] roots() {
    String captured = "captured";
    Function<Integer, Integer> first = x -> x + 1;
    Supplier<String> supplier = () -> captured;
    Function<Integer, Integer> both = first.andThen(x -> x * 10);
    Comparator<String> comparator = Comparator.<String, Integer>comparing(String::length).thenComparing(Comparator.reverseOrder());
    Predicate<String> predicate = ((Predicate<String>) String::isEmpty).negate();
    return new Object[] {new PlainLambdas(), supplier, both, comparator, predicate, new ArrayList<>(List.of(supplier, supplier))};
  }

  @SuppressWarnings("unchecked")
  static String show(Object root) {
    if (root instanceof PlainLambdas p) return "" + p.times.apply(7) + p.even.test(7);
    if (root instanceof Supplier<?> s) return "" + s.get();
    if (root instanceof Function<?, ?>) return "" + ((Function<Integer, Integer>) root).apply(4);
    if (root instanceof Predicate<?>) return "" + ((Predicate<String>) root).test("x");
    if (root instanceof List<?> all) return show(all.get(0)) + (all.get(0) == all.get(1));
    List<String> words = new ArrayList<>(List.of("bb", "a", "cc"));
    words.sort((Comparator<String>) root);
    return words.toString();
  }
}
