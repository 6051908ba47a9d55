package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.Explanation.StaticEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which static fields the code of a task may read: all that it does, and few that it doesn't. */
class StaticsReachTest {

  private static final String IMPORTS =
      "import java.util.*; import java.util.function.*; import dev.entourage.*; ";

  /** Names the fields that a task may read which {@code Case.make()} makes. */
  private static List<String> read(String body) {
    Object task = Travel.make(Worlds.of(IMPORTS + body).driver());
    return Drivers.explain(new Preparer(PreparerOptions.bare()), task).statics().stream()
        .map(StaticEntry::name)
        .map(name -> name.replace("Case$", "").replace("Case.", ""))
        .toList();
  }

  @Test // D36
  void anotherLambdaOfTheClassBringsNothing() {
    assertThat(
            read(
                "public class Case { static int a, b, c;"
                    + " static RemoteCallable<Object> other() { return () -> b; }"
                    + " static Object make() { RemoteCallable<Object> task ="
                    + " () -> List.of(1).stream().map(x -> x + a + \"text\").toList();"
                    + " return task; }"
                    + " static Object third() { Supplier<Object> s = () -> c; return s; } }"))
        .containsExactly("a");
  }

  @Test // D36
  void aMethodOfAnotherSignatureOrClassBringsNothing() {
    assertThat(
            read(
                "public class Case { static int a, b, c;"
                    + " interface Step { int run(); }"
                    + " static class One implements Step { public int run() { return a; } }"
                    + " static class Other { public int run() { return b; }"
                    + " int run(int x) { return c; } }"
                    + " static int all(Step step) { return step.run(); }"
                    + " static Object make() { Step one = new One();"
                    + " RemoteCallable<Object> task = () -> all(one); return task; } }"))
        .containsExactly("a");
  }

  @Test // D36
  void aCallLeadsToEachClassThatMayBeBehindIt() {
    assertThat(
            read(
                "public class Case { static int a, b, c, d;"
                    + " interface Step { int run(); }"
                    + " static class Base { public int run() { return a; } }"
                    + " static class One extends Base implements Step {}"
                    + " static class Two implements Step { public int run() { return b; } }"
                    + " record Three(int x) implements Step { public int run() { return c; } }"
                    + " static Step load(String name) throws Exception { return (Step)"
                    + " Class.forName(name).getDeclaredConstructor().newInstance(); }"
                    + " static Object kept() { Class<?>[] known = {One.class, Two.class,"
                    + " Three.class}; return d; }"
                    + " static Object make() {"
                    + " RemoteCallable<Object> task = () -> load(\"One\").run(); return task; } }"))
        .containsExactly("a", "b", "c");
  }

  @Test // D36
  void whatTheJdkCallsOnAnObjectIsReached() {
    assertThat(
            read(
                "public class Case { static int a, b, c;"
                    + " interface ByLength extends Comparator<String> {"
                    + " default int compare(String x, String y) { return a; } }"
                    + " static class Order implements ByLength {}"
                    + " record Key(int x) { public int hashCode() { return b; } }"
                    + " interface Twice extends RemoteCallable<Object> {"
                    + " default Object call() { return c + \"\" + once(); } Object once(); }"
                    + " static Object make() { Comparator<String> order = new Order();"
                    + " Object key = new Key(1); Twice task ="
                    + " () -> new TreeSet<>(order).size() + new HashSet<>(List.of(key)).size();"
                    + " return task; } }"))
        .containsExactly("a", "b", "c");
  }

  @Test // D36
  void initialisersOfSupertypesAreReached() {
    assertThat(
            read(
                "public class Case { static int a, b;"
                    + " static class Base { static int made = a; }"
                    + " static class Sub extends Base { static int twice(int x) { return 2 * x; } }"
                    + " enum Level { LOW { int of() { return b; } }; abstract int of(); }"
                    + " static Object make() {"
                    + " RemoteCallable<Object> task = () -> Sub.twice(1) + Level.LOW.of();"
                    + " return task; } }"))
        .contains("a", "b");
  }

  @Test // D36
  void constantsOfInterfacesAndRecordsAreReached() {
    assertThat(
            read(
                "public class Case {"
                    + " interface Deep { List<String> DEEP = new ArrayList<>(); int FIXED = 3; }"
                    + " interface Middle extends Deep {}"
                    + " record Point(int x) implements Middle { static int count;"
                    + " static final int LIMIT = 9; }"
                    + " static Object make() { Point.count = Point.DEEP.size();"
                    + " RemoteCallable<Object> task = () -> Point.DEEP.size() + Point.count"
                    + " + Point.FIXED + Point.LIMIT; return task; } }"))
        .containsExactly("Deep.DEEP", "Point.count");
  }

  @Test // D36
  void methodReferencesAndSwitchesLeadOn() {
    assertThat(
            read(
                "public class Case { static int a, b, c; enum Level { LOW, HIGH }"
                    + " static class Made { int x = a; int of() { return b; } }"
                    + " static int level(Level level) {"
                    + " switch (level) { case LOW: return c; default: return 0; } }"
                    + " static int all() { Supplier<Made> make = Made::new;"
                    + " Function<Made, Integer> of = Made::of; Level level = Level.HIGH;"
                    + " return of.apply(make.get()) + level(level); }"
                    + " static Object make() { RemoteCallable<Integer> task = Case::all;"
                    + " return task; } }"))
        .containsExactly("a", "b", "c");
  }
}
