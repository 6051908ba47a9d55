package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.PreparationException;
import java.io.Serializable;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** C25: lambdas of types that aren't serializable, to a worker and on to another driver. */
class PlainLambdasTravelTest {

  /** One form: what it is, its type, the expression, and how it is tried. */
  private record Row(String form, String type, String expression, String shown, String member) {

    Row with(String more) {
      return new Row(form, type, expression, shown, more);
    }

    DynamicTest test() {
      return DynamicTest.dynamicTest(form, () -> Travel.arrives(source()));
    }

    private String source() {
      return """
          class Case extends ArrayList<Object> {
            final int field = 7;
            Case() {}
            Case(String s) { add(s); }
            interface Mark {}
            interface Wide<T> { String run(T t); }
            interface Narrow extends Wide<String> { String run(String s); default String hello() { return run("hello"); } }
            interface Bounded<T extends Number> { String of(T t); }
            interface Face {
              default Supplier<String> inDefault() { return () -> "face " + this; }
              static Supplier<String> inStatic() { return () -> "static"; }
              private String hidden() { return "hidden"; }
              default Supplier<String> toPrivate() { return this::hidden; }
            }
            record Rec(int x) implements Face { Supplier<Integer> sum(int y) { return () -> x + y; } }
            enum Kind implements Face { ONE { Supplier<String> k() { return () -> "one " + this; } }; abstract Supplier<String> k(); }
            static int wide(int x) { return x + 1; }
            static String longs(long x) { return "long " + x; }
            static long sum(long a, long b) { return a + b; }
            static String any(Object o) { return "any " + o; }
            static String join(Object... all) { return Arrays.toString(all); }
            static <T extends Comparable<T>> T larger(T a, T b) { return a.compareTo(b) > 0 ? a : b; }
            private String secret(String s) { return s + field; }
            private static String secretly(String s) { return s + "!"; }
            @Override public String toString() { return "case"; }
            MEMBER
            TYPE made(int i, long l, double d, String t) { return EXPRESSION; }
            static Object make() { return new Case().made(3, 4L, 5.5, "text"); }
            static Object show(TYPE f) throws Exception { return String.valueOf(SHOWN); }
          }
          """
          .replace("MEMBER", member)
          .replace("TYPE", type)
          .replace("EXPRESSION", expression)
          .replace("SHOWN", shown);
    }
  }

  private static Row row(String form, String type, String expression, String shown) {
    return new Row(form, type, expression, shown, "");
  }

  private static Stream<Row> lambdas() {
    return Stream.of(
        row("nothing captured", "Function<Integer, Integer>", "x -> x + 1", "f.apply(4)"),
        row("values", "Supplier<String>", "() -> i + t + l + d", "f.get()"),
        row("this", "Supplier<Integer>", "() -> field", "f.get()"),
        row(
            "a lambda in a lambda",
            "Function<Integer, Function<Integer, Integer>>",
            "x -> y -> i + x * y",
            "f.apply(4).apply(5)"),
        row("no result", "Consumer<List<Integer>>", "all -> all.add(i)", "tried(f)")
            .with(
                "static Object tried(Consumer<List<Integer>> f) { List<Integer> l = new ArrayList<>(); f.accept(l); return l; }"),
        row(
            "primitives in the interface",
            "IntBinaryOperator",
            "(a, b) -> a * b + i",
            "f.applyAsInt(4, 5)"),
        row("in a default method", "Supplier<String>", "new Rec(4).inDefault()", "f.get()"),
        row("in a static method of an interface", "Supplier<String>", "Face.inStatic()", "f.get()"),
        row("in a record", "Supplier<Integer>", "new Rec(4).sum(5)", "f.get()"),
        row("in an enum's body", "Supplier<String>", "Kind.ONE.k()", "f.get()"),
        row("bridges", "Narrow", "s -> s + i", "((Wide) f).run(\"x\") + f.hello()"),
        row(
            "a marker",
            "Wide<String>",
            "(Wide<String> & Mark) s -> s + i",
            "f.run(\"x\") + (f instanceof Mark)"),
        row("a bounded parameter", "Bounded<Integer>", "n -> \"n\" + n", "f.of(4)"));
  }

  private static Stream<Row> references() {
    return Stream.of(
        row("static", "Function<String, String>", "Case::secretly", "f.apply(\"x\")"),
        row("bound", "Function<String, Integer>", "t::indexOf", "f.apply(\"x\")"),
        row("unbound", "Function<String, Integer>", "String::length", "f.apply(\"four\")"),
        row(
            "bound to an interface",
            "Predicate<Object>",
            "((Collection<Object>) this)::contains",
            "f.test(\"x\")"),
        row("private", "Function<String, String>", "this::secret", "f.apply(\"x\")"),
        row("private in an interface", "Supplier<String>", "new Rec(1).toPrivate()", "f.get()"),
        row("super", "Supplier<String>", "super::toString", "f.get()"),
        row("protected", "BiConsumer<Integer, Integer>", "this::removeRange", "f != null"),
        row("constructor", "Function<String, Case>", "Case::new", "f.apply(\"x\").get(0)"),
        row("array constructor", "Function<Integer, Case[]>", "Case[]::new", "f.apply(3).length"),
        row("array clone", "UnaryOperator<int[]>", "int[]::clone", "f.apply(new int[] {1, 2})[1]"),
        row("variable arguments", "Function<Integer, String>", "Case::join", "f.apply(9)"),
        row("generic", "BinaryOperator<String>", "Case::larger", "f.apply(\"a\", \"b\")"),
        row("wider parameter", "Function<String, String>", "Case::any", "f.apply(\"x\")"),
        row("nothing but Object", "Supplier<Object>", "Object::new", "f.get().getClass()"));
  }

  private static Stream<Row> boxed() {
    return Stream.of(
        row("boxes the result", "Supplier<Integer>", "t::length", "f.get()"),
        row("unboxes parameters", "BinaryOperator<Integer>", "Integer::sum", "f.apply(4, 5)"),
        row("widens a Short", "Function<Short, Integer>", "Case::wide", "f.apply((short) 4)"),
        row("widens a Character", "Function<Character, Integer>", "Case::wide", "f.apply('c')"),
        row("widens an Integer", "Function<Integer, String>", "Case::longs", "f.apply(4)"),
        row("unboxes Longs", "BinaryOperator<Long>", "Case::sum", "f.apply(4L, 5L)"),
        row("boxes a parameter", "IntFunction<String>", "Case::any", "f.apply(4)"),
        row(
            "is itself an unboxing",
            "ToIntFunction<Integer>",
            "Integer::intValue",
            "f.applyAsInt(4)"),
        row("is itself a boxing", "IntFunction<Integer>", "Integer::valueOf", "f.apply(4)"),
        row(
            "widens the result",
            "ToLongFunction<String>",
            "String::length",
            "f.applyAsLong(\"four\")"));
  }

  private static Stream<Row> combined() {
    String doc = "record Doc(String text, int n) {}";
    String sorted =
        "f.compare(new Doc(\"a\", 1), new Doc(\"b\", 1)) + \" \" + f.compare(new Doc(\"a\", 1), new Doc(\"a\", 2))";
    return Stream.of(
        row(
            "andThen",
            "Function<Integer, Integer>",
            "((Function<Integer, Integer>) x -> x + i).andThen(x -> x * 2)",
            "f.apply(4)"),
        row(
            "compose",
            "Function<Integer, Integer>",
            "((Function<Integer, Integer>) x -> x + i).compose(x -> x * 2)",
            "f.apply(4)"),
        row("identity", "Function<Integer, Integer>", "Function.identity()", "f.apply(4)"),
        row("not", "Predicate<String>", "Predicate.not(String::isEmpty)", "f.test(\"\")"),
        row(
            "and, or, negate",
            "Predicate<String>",
            "((Predicate<String>) String::isEmpty).negate().and(s -> s.length() > i).or(t::equals)",
            "f.test(\"text\") + \" \" + f.test(\"ab\")"),
        row("isEqual", "Predicate<String>", "Predicate.isEqual(t)", "f.test(\"text\")"),
        row(
            "minBy",
            "BinaryOperator<String>",
            "BinaryOperator.minBy((a, b) -> b.compareTo(a))",
            "f.apply(\"a\", \"b\")"),
        row(
                "comparing, thenComparing",
                "Comparator<Doc>",
                "Comparator.comparing(Doc::text).thenComparing(Doc::n)",
                sorted)
            .with(doc),
        row(
                "comparingInt, reversed",
                "Comparator<Doc>",
                "Comparator.comparingInt(Doc::n).reversed().thenComparing(Doc::text, (a, b) -> b.compareTo(a))",
                sorted)
            .with(doc),
        row(
            "nullsFirst",
            "Comparator<String>",
            "Comparator.nullsFirst((a, b) -> b.compareTo(a))",
            "f.compare(null, \"b\") + f.compare(\"a\", \"b\")"));
  }

  @TestFactory
  Stream<DynamicTest> lambdasArrive() {
    return lambdas().map(Row::test);
  }

  @TestFactory
  Stream<DynamicTest> referencesArrive() {
    return references().map(Row::test);
  }

  @TestFactory
  Stream<DynamicTest> boxedReferencesArrive() {
    return boxed().map(Row::test);
  }

  @TestFactory
  Stream<DynamicTest> combinationsOfTheJdkArrive() {
    return combined().map(Row::test);
  }

  @Test
  void sharesOneLambdaAndKeepsCyclesThroughIt() {
    Travel.arrives(
        """
        class Case {
          Supplier<Case> me = () -> this;
          Supplier<Case> same = me;
          static Object make() { return new Case(); }
          static Object show(Case c) { return (c.me == c.same) + " " + (c.me.get() == c); }
        }
        """);
  }

  @Test
  void spinsOneClassForAllInstancesOfALambda() {
    Worlds worlds =
        Worlds.of(
            """
            class Case {
              static java.util.function.Supplier<Integer> of(int n) { return () -> n; }
              static Object make() { return java.util.List.of(of(1), of(2)); }
            }
            """);
    List<?> sent = (List<?>) Travel.send(Travel.make(worlds.driver()), worlds.worker());
    assertThat((Object) sent.get(0).getClass()).isEqualTo(sent.get(1).getClass());
    assertThat(sent).allMatch(lambda -> !(lambda instanceof Serializable));
  }

  @Test
  void spinsOneClassForAllCombinationsOfTheJdk() {
    Function<Integer, Integer> step = x -> x + 1;
    Object one = Travel.copy(step.andThen(step));
    Object other = Travel.copy(step.andThen(x -> x));
    assertThat((Object) one.getClass()).isEqualTo(other.getClass());
  }

  /** Their hidden classes name two methods, or two types; the capturing class's file decides. */
  private static Stream<Row> alike() {
    return Stream.of(
        row(
            "boxes what it unboxes",
            "Function<Integer, Integer>",
            "Integer::valueOf",
            "f.apply(4)"),
        row(
            "unboxes what it boxes",
            "Function<Integer, Integer>",
            "Integer::intValue",
            "f.apply(4)"),
        row("both in one class", "Function<Integer, Integer>", "Integer::intValue", "f.apply(4)")
            .with("static Function<Integer, Integer> other = Integer::valueOf;"),
        row("two wrappers", "BiFunction<Integer, Long, Long>", "Long::sum", "f.apply(4, 5L)"),
        row(
                "two wrappers in both orders",
                "BiFunction<Integer, Long, Long>",
                "Long::sum",
                "f.apply(4, 5L)")
            .with("static BiFunction<Long, Integer, Long> other = Long::sum;"),
        row(
                "two wrappers in the other order",
                "BiFunction<Long, Integer, Long>",
                "Long::sum",
                "f.apply(4L, 5)")
            .with("static BiFunction<Integer, Long, Long> other = Long::sum;"),
        row(
                "three wrappers",
                "Tri<Character, Short, Byte>",
                "Case::three",
                "f.of('c', (short) 2, (byte) 3)")
            .with(
                "interface Tri<A, B, C> { double of(A a, B b, C c); } static double three(double a, float b, long c) { return a + b + c; }"),
        row(
            "a Number that is a Long",
            "Function<Long, Double>",
            "Long::doubleValue",
            "f.apply(4L)"),
        row(
                "captures and unboxes",
                "BiFunction<Short, Integer, Long>",
                "new Adder(l)::add",
                "f.apply((short) 4, 5)")
            .with(
                "record Adder(long by) { private long add(long a, long b) { return a + b + by; } }"),
        row(
                "generic with boxing",
                "Function<Integer, Integer>",
                "Case::<Integer>same",
                "f.apply(4)")
            .with("static <T> T same(T t) { return t; }"));
  }

  @TestFactory
  Stream<DynamicTest> whatLooksAlikeIsToldApart() {
    return alike().map(Row::test);
  }

  /** The same interface, method and captures at two places, and types that no constant tells. */
  @Test
  void refusesWhatTwoPlacesOfOneClassMayHaveMade() {
    Object either =
        Travel.made(
            """
            class Case {
              interface Tri<A, B, C> { long of(A a, B b, C c); }
              static long sum(long a, long b, long c) { return a + b + c; }
              static Tri<Integer, Long, Integer> other = Case::sum;
              static Object make() { Tri<Integer, Long, Long> f = Case::sum; return f; }
            }
            """);
    assertThatThrownBy(() -> Travel.copy(either))
        .isInstanceOf(PreparationException.class)
        .hasMessageContaining("can't be told for sure")
        .hasMessageContaining("x -> …");
  }

  @Test
  void refusesNumberedLambdasOfAnotherJava() {
    Supplier<Integer> one = () -> 1;
    Function<Integer, Integer> step = x -> x + one.get();
    LambdaKind kind = new LambdaKind(new NamedClasses(getClass().getClassLoader()));
    Form form = kind.form(step.andThen(step));
    String[] head = form.head().clone();
    int java = List.of(head).indexOf(Runtime.version().toString());
    assertThat(java).isPositive();
    head[java] = "17.0.1+12";
    Form other = new Form(form.kind(), head, form.parts());
    assertThatThrownBy(() -> kind.rebuild(other, null, getClass().getClassLoader()))
        .hasMessageContaining("made by=17.0.1+12")
        .hasMessageContaining("Run both on one Java");
  }

  @Test
  void namesThePathThroughAPlainLambda() {
    Thread thread = new Thread();
    Supplier<Object> held = () -> thread;
    assertThatThrownBy(() -> Travel.copy(new Object[] {held}))
        .isInstanceOf(PreparationException.class)
        .extracting(e -> ((PreparationException) e).path())
        .asString()
        .contains("[0] → captured value 1 → java.lang.Thread");
  }

  @Test
  void saysHowToOpenAClosedJava() {
    assertThat(Lambdas.closed())
        .contains("--add-opens java.base/java.lang.invoke=")
        .contains("RemoteFunction")
        .contains("& java.io.Serializable");
  }

  /** Clojure makes such lambdas, whose class has methods that refuse to be serialized. */
  @Test
  void arriveThoughTheirTypeIsSerializableAndTheyAreNot() {
    Travel.arrives(
        """
        class Case {
          static String text() { return "by metafactory"; }
          static Object make() throws Throwable {
            var lookup = java.lang.invoke.MethodHandles.lookup();
            var text = java.lang.invoke.MethodType.methodType(String.class);
            var object = java.lang.invoke.MethodType.methodType(Object.class);
            return java.lang.invoke.LambdaMetafactory.metafactory(
                    lookup, "call", java.lang.invoke.MethodType.methodType(RemoteCallable.class),
                    object, lookup.findStatic(Case.class, "text", text), text)
                .getTarget().invoke();
          }
          static Object show(RemoteCallable<?> f) throws Exception { return f.call(); }
        }
        """);
  }
}
