import dev.entourage.RemoteCallable;
import dev.entourage.RemoteFunction;
import dev.entourage.Workers;
import java.util.ArrayList;
import java.util.List;

/** Lambdas and method references of every form. */
public class LambdaCases {

  private final int scale;

  LambdaCases(int scale) {
    this.scale = scale;
  }

  public static void main(String[] args) {
    Cases.run(LambdaCases.class, args);
  }

  // A4
  static void capturesALocalVariableAndAParameter(Workers workers) throws Exception {
    int local = 4;
    Cases.same(46, Cases.on(workers, sum(local, 42)));
  }

  private static RemoteCallable<Integer> sum(int a, int parameter) {
    return () -> a + parameter;
  }

  // A4
  static void capturesEveryKindOfPrimitive(Workers workers) throws Exception {
    boolean z = true;
    byte b = 1;
    char c = 'c';
    short s = 2;
    long j = 1L << 40;
    float f = 0.5f;
    double d = 0.25;
    Cases.same(
        "true1c21099511627776" + "0.50.25",
        Cases.on(workers, () -> "" + z + b + c + s + j + f + d));
  }

  // A4
  static void capturesThis(Workers workers) throws Exception {
    Cases.same(70, Cases.on(workers, new LambdaCases(7).timesTen()));
  }

  private RemoteCallable<Integer> timesTen() {
    return () -> scale * 10;
  }

  // A4
  static void lambdaWithinALambda(Workers workers) throws Exception {
    int a = 1;
    RemoteFunction<Integer, RemoteFunction<Integer, Integer>> curried = x -> y -> a + x * y;
    Cases.same(43, Cases.on(workers, () -> curried.apply(6).apply(7)));
  }

  // A4
  static void instancesOfOneLambdaKeepTheirOwnCaptures(Workers workers) throws Exception {
    List<RemoteCallable<Integer>> lambdas = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      int captured = i;
      lambdas.add(() -> captured);
    }
    List<Integer> values =
        Cases.on(
            workers,
            () -> {
              List<Integer> result = new ArrayList<>();
              for (RemoteCallable<Integer> lambda : lambdas) {
                result.add(lambda.call());
              }
              return result;
            });
    Cases.same(List.of(1, 2, 3), values);
  }

  // A4
  static void lambdaComesHomeAndRunsHere(Workers workers) throws Exception {
    int factor = 6;
    RemoteFunction<Integer, Integer> home = Cases.on(workers, () -> times(factor));
    Cases.same(42, home.apply(7));
  }

  private static RemoteFunction<Integer, Integer> times(int factor) {
    return x -> x * factor;
  }

  record Word(String text) {
    static String shout(String text) {
      return text.toUpperCase(java.util.Locale.ROOT);
    }

    private String secret() {
      return "*" + text;
    }
  }

  // A5
  static void referenceToAStaticMethod(Workers workers) {
    Cases.same(List.of("A", "B"), workers.map(List.of("a", "b"), Word::shout));
  }

  // A5
  static void referenceToABoundMethod(Workers workers) throws Exception {
    Word word = new Word("bound");
    Cases.same("bound", Cases.on(workers, word::text));
  }

  // A5
  static void referenceToAnUnboundMethod(Workers workers) {
    Cases.same(List.of("a", "b"), workers.map(List.of(new Word("a"), new Word("b")), Word::text));
  }

  // A5
  static void referenceToAConstructor(Workers workers) {
    Cases.same(List.of(new Word("a")), workers.map(List.of("a"), Word::new));
  }

  // A5
  static void referenceToAnArrayConstructor(Workers workers) {
    List<Word[]> arrays = workers.map(List.of(3), Word[]::new);
    Cases.same(Word[].class, arrays.get(0).getClass());
    Cases.same(3, arrays.get(0).length);
  }

  // A5
  static void referenceToAPrivateMethod(Workers workers) {
    Cases.same(List.of("*a"), workers.map(List.of(new Word("a")), Word::secret));
  }

  // A5
  static void referenceToAMethodOfTheJdk(Workers workers) {
    Cases.same(List.of(1, 3), workers.map(List.of("a", "bcd"), String::length));
    Cases.same(List.of("12"), workers.map(List.of(12), String::valueOf));
  }

  static class Base {
    int scale(int x) {
      return x * 2;
    }
  }

  static class Derived extends Base {
    @Override
    int scale(int x) {
      return -1;
    }

    RemoteFunction<Integer, Integer> inherited() {
      return super::scale;
    }
  }

  // A5
  static void referenceToSuper(Workers workers) {
    Cases.same(List.of(42), workers.map(List.of(21), new Derived().inherited()));
  }

  @FunctionalInterface
  interface Own<T> extends java.io.Serializable {
    T make(int a, String b);
  }

  // A5
  static void lambdaOfAnInterfaceOfTheScript(Workers workers) throws Exception {
    Own<String> own = (a, b) -> b.repeat(a);
    Cases.same("ababab", Cases.on(workers, () -> own.make(3, "ab")));
  }
}
