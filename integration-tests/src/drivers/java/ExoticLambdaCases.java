import dev.entourage.RemoteCallable;
import dev.entourage.RemoteFunction;
import dev.entourage.Workers;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/** A4, A5, C25: lambdas in odd places, each of a serializable and of a plain type. */
public class ExoticLambdaCases {

  public static void main(String[] args) {
    Cases.run(ExoticLambdaCases.class, args);
  }

  interface Named {
    String name();

    private String shout() {
      return name().toUpperCase(java.util.Locale.ROOT);
    }

    default Supplier<String> plain() {
      return () -> "plain " + shout();
    }

    default RemoteCallable<String> remote() {
      return this::shout;
    }

    static Supplier<String> ofNobody() {
      String nobody = "nobody";
      return () -> nobody;
    }
  }

  record Range(int from, int to, Supplier<Integer> size, RemoteCallable<Integer> half)
      implements Named {
    Range {
      int length = to - from;
      size = () -> length;
      half = () -> length / 2;
    }

    @Override
    public String name() {
      return from + "-" + to;
    }
  }

  static void inInterfacesAndCompactConstructors(Workers workers) throws Exception {
    Range range = new Range(1, 9, null, null);
    Supplier<String> plain = range.plain();
    RemoteCallable<String> remote = range.remote();
    Supplier<String> nobody = Named.ofNobody();
    Cases.same(
        "plain 1-9 1-9 nobody 8 4",
        Cases.on(
            workers,
            () ->
                plain.get()
                    + " "
                    + remote.call()
                    + " "
                    + nobody.get()
                    + " "
                    + range.size().get()
                    + " "
                    + range.half().call()));
  }

  enum Kind implements Named {
    ONE {
      @Override
      Supplier<String> body() {
        return () -> "body of " + this;
      }

      @Override
      RemoteCallable<String> remoteBody() {
        return super::toString;
      }
    };

    final Supplier<String> constructed = () -> "made with " + ordinal();

    abstract Supplier<String> body();

    abstract RemoteCallable<String> remoteBody();
  }

  static void inEnumBodies(Workers workers) throws Exception {
    Supplier<String> body = Kind.ONE.body();
    RemoteCallable<String> remote = Kind.ONE.remoteBody();
    Supplier<String> constructed = Kind.ONE.constructed;
    Cases.same(
        "body of ONE ONE made with 0",
        Cases.on(workers, () -> body.get() + " " + remote.call() + " " + constructed.get()));
  }

  static class Box<T extends Comparable<T>> {
    final T value;
    final Function<T, Boolean> larger = other -> other.compareTo(content()) > 0;
    final RemoteFunction<T, T> max;

    {
      max = other -> larger.apply(other) ? other : content();
    }

    Box(T value) {
      this.value = value;
    }

    private T content() {
      return value;
    }

    <U extends List<? super T>> Function<U, U> adder(T more) {
      return list -> {
        list.add(more);
        list.add(value);
        return list;
      };
    }
  }

  static void inGenericClassesAndInitialisers(Workers workers) throws Exception {
    Box<String> box = new Box<>("m");
    Function<List<Object>, List<Object>> adder = box.adder("more");
    Cases.same(
        "true z [more, m]",
        Cases.on(
            workers,
            () ->
                box.larger.apply("z")
                    + " "
                    + box.max.apply("z")
                    + " "
                    + adder.apply(new ArrayList<>())));
  }

  interface Labelled {
    default String label() {
      return "labelled";
    }
  }

  @SuppressWarnings("unchecked")
  private static <F extends Function<Integer, Integer> & Labelled> F labelled(int by) {
    return (F) (Function<Integer, Integer> & Labelled) x -> x + by;
  }

  static void ofIntersections(Workers workers) throws Exception {
    Function<Integer, Integer> plain = labelled(3);
    Function<Integer, Integer> remote =
        (Function<Integer, Integer> & Labelled & Serializable) x -> x * 2;
    Cases.same(
        "7labelled8labelled",
        Cases.on(
            workers,
            () ->
                plain.apply(4)
                    + ((Labelled) plain).label()
                    + remote.apply(4)
                    + ((Labelled) remote).label()));
  }

  private static Function<Integer, String> chosen(String how, int captured) {
    return switch (how) {
      case "add" -> x -> "" + (x + captured);
      case "name" -> {
        String prefix = how + captured;
        yield x -> prefix + x;
      }
      default -> String::valueOf;
    };
  }

  static void inSwitches(Workers workers) throws Exception {
    Map<String, Function<Integer, String>> all = new HashMap<>();
    for (String how : List.of("add", "name", "other")) {
      all.put(how, chosen(how, 5));
    }
    Cases.same(
        "9 name54 4",
        Cases.on(
            workers,
            () ->
                all.get("add").apply(4)
                    + " "
                    + all.get("name").apply(4)
                    + " "
                    + all.get("other").apply(4)));
  }

  interface Self extends Supplier<Self> {}

  static void thatCallOrReturnThemselves(Workers workers) throws Exception {
    List<Function<Integer, Integer>> holder = new ArrayList<>();
    holder.add(n -> n < 2 ? 1 : n * holder.get(0).apply(n - 1));
    Function<Integer, Integer> factorial = holder.get(0);
    Self[] cell = new Self[1];
    Self self = () -> cell[0];
    cell[0] = self;
    Cases.same(
        "120 true",
        Cases.on(workers, () -> factorial.apply(5) + " " + (self.get().get() == cell[0])));
  }

  static String join(Object first, Object... rest) {
    return first + Arrays.toString(rest);
  }

  static <T extends Number> double sum(T a, T b) {
    return a.doubleValue() + b.doubleValue();
  }

  static class Parent extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return "parent";
    }

    Runnable cutter() {
      return () -> removeRange(0, 1);
    }

    BiFunction<Integer, String, String> setter() {
      return super::set;
    }
  }

  static class Child extends Parent {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      return "child";
    }

    Supplier<String> inherited() {
      return super::toString;
    }

    RemoteCallable<String> remote() {
      return Child.super::toString;
    }
  }

  static void methodReferencesOfOddShapes(Workers workers) throws Exception {
    BiFunction<String, Integer, String> varargs = ExoticLambdaCases::join;
    UnaryOperator<int[]> copy = int[]::clone;
    IntFunction<List<?>[]> arrays = List[]::new;
    BiFunction<Integer, Integer, Double> generic = ExoticLambdaCases::sum;
    Function<Integer, Integer> boxing = Integer::valueOf;
    Function<Integer, Integer> unboxing = Integer::intValue;
    BiFunction<Integer, Long, Long> widening = Long::sum;
    BiFunction<Long, Integer, Long> wideningToo = Long::sum;
    ToIntFunction<Character> character = Character::getNumericValue;
    Cases.same(
        "a[1] 2 3 7.5 4 5 6 7 8",
        Cases.on(
            workers,
            () ->
                String.join(
                    " ",
                    varargs.apply("a", 1),
                    "" + copy.apply(new int[] {1, 2})[1],
                    "" + arrays.apply(3).length,
                    "" + (generic.apply(3, 4) + 0.5),
                    "" + boxing.apply(4),
                    "" + unboxing.apply(5),
                    "" + widening.apply(1, 5L),
                    "" + wideningToo.apply(1L, 6),
                    "" + character.applyAsInt('8'))));
  }

  static void toInheritedMethods(Workers workers) throws Exception {
    Child child = new Child();
    child.addAll(List.of("a", "b"));
    Runnable cutter = child.cutter();
    BiFunction<Integer, String, String> setter = child.setter();
    Supplier<String> inherited = child.inherited();
    RemoteCallable<String> remote = child.remote();
    Cases.same(
        "b parent parent c",
        Cases.on(
            workers,
            () -> {
              cutter.run();
              String before = setter.apply(0, "c");
              return before + " " + inherited.get() + " " + remote.call() + " " + child.get(0);
            }));
  }

  static void comeHomeAndTravelAgain(Workers workers) throws Exception {
    Function<Integer, Integer> unboxing = Integer::intValue;
    BiFunction<Integer, Long, Long> widening = Long::sum;
    Function<Integer, Integer> home = Cases.on(workers, () -> unboxing);
    BiFunction<Integer, Long, Long> homeToo = Cases.on(workers, () -> widening);
    Cases.same(10L, Cases.on(workers, () -> homeToo.apply(home.apply(4), 6L)));
  }
}
