package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.Explanation.StaticEntry;
import dev.entourage.MarshallingException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Static fields on their way from a driver to a worker. */
class StaticsTest {

  private static final String VALUES =
      "public class Case { static class Box { Object in; int number; }"
          + " record Pair(Object a, Object b) {} enum Level { LOW, HIGH }"
          + " static Object value; static Object deep; static int[] ints = {1, 2, 3};"
          + " static double[] doubles = {0.0, 1.0}; static String text = \"a\"; static int number;"
          + " static Box box = new Box(); static List<Object> list = new ArrayList<>();"
          + " static Map<Object, Object> map = new HashMap<>();"
          + " static Object[] array = new Object[2];"
          + " static AtomicReference<Object> atomic = new AtomicReference<>();"
          + " static Object pair; static List<Object> fixed;"
          + " static Map<Level, Object> levels = new EnumMap<>(Level.class);"
          + " static void start() { List<Object> inner = new ArrayList<>(List.of(1));"
          + " box.in = inner; list.add(box); map.put(\"k\", new Object[] {inner}); array[0] = map;"
          + " atomic.set(inner); pair = new Pair(inner, 1); fixed = List.of(inner);"
          + " levels.put(Level.LOW, new StringBuilder(\"x\")); }"
          + " static void ints() { ints[2]++; } static void doubles() { doubles[0] = -0.0; }"
          + " static void text() { text = \"b\"; } static void number() { number++; }"
          + " static void field() { box.number++; } static void element() { list.add(1); }"
          + " static void key() { map.put(\"l\", 1); } static void slot() { array[1] = 1; }"
          + " static void inner() { ((List<Object>) box.in).add(2); }"
          + " static void builder() { ((StringBuilder) levels.get(Level.LOW)).append('y'); }"
          + " static void reference() { atomic.set(1); } static void nothing() {}"
          + " static void equal() { text = new String(text); list = new ArrayList<>(list);"
          + " ints = ints.clone(); number = Integer.valueOf(number); }"
          + " static void alias() { array[1] = array[0]; }"
          + " static Object task() { RemoteCallable<Object> task = () -> show(); return task; }"
          + " static Object show() { return text + number + Arrays.toString(ints)"
          + " + Arrays.toString(doubles) + box.in + box.number + list.size() + map.keySet()"
          + " + (array[1] == array[0]) + (array[1] == null) + atomic + ((Pair) pair).a() + fixed + levels"
          + " + value; } }";

  @ParameterizedTest // D36
  @ValueSource(
      strings = {
        "ints",
        "doubles",
        "text",
        "number",
        "field",
        "element",
        "key",
        "slot",
        "inner",
        "builder",
        "reference",
        "alias"
      })
  void aChangeTravelsWhereverItIs(String change) {
    StaticsWorld world = new StaticsWorld(VALUES);
    world.call("start");
    assertThat(world.run("task")).isEqualTo(world.call("show"));
    world.call(change);
    assertThat(world.run("task")).isEqualTo(world.call("show"));
    assertThat(world.sent()).isPositive();
  }

  @ParameterizedTest // D36
  @ValueSource(strings = {"nothing", "equal"})
  void whatHasTheSameContentIsNotSentAgain(String change) {
    StaticsWorld world = new StaticsWorld(VALUES);
    world.call("start");
    world.run("task");
    long id = world.prepare("task").statics().id();
    world.call(change);
    assertThat(world.prepare("task").statics().id()).isEqualTo(id);
    assertThat(world.run("task")).isEqualTo(world.call("show"));
    assertThat(world.sent()).isZero();
  }

  @Test // D36
  void aChangeOfOneFieldDoesNotSendTheOthers() {
    StaticsWorld world =
        new StaticsWorld(
            "public class Case { static int number; static int[] large = new int[100_000];"
                + " static void change() { number++; }"
                + " static Object task() { RemoteCallable<Integer> task ="
                + " () -> number + large.length + large[0]++; return task; } }");
    assertThat(world.run("task")).isEqualTo(100_000);
    assertThat(world.sent()).isGreaterThan(400_000);
    world.call("change");
    assertThat(world.run("task")).as("with what the worker itself changed").isEqualTo(100_002);
    assertThat(world.sent()).isLessThan(200);
  }

  @Test // D36
  void aWorkerThatMissedChangesGetsWhatItLacks() {
    StaticsWorld world =
        new StaticsWorld(
            "public class Case { static int a = 1; static List<String> b = new ArrayList<>();"
                + " static void change() { a++; b.add(\"x\"); }"
                + " static Object one() { RemoteCallable<Object> t = () -> a++; return t; }"
                + " static Object both() { RemoteCallable<Object> t = () -> a + \" \" + b;"
                + " return t; } }");
    assertThat(world.run("one")).isEqualTo(1);
    assertThat(world.run("one")).as("changed by the task before").isEqualTo(2);
    assertThat(world.run("both")).isEqualTo("3 []");
    world.call("change");
    world.prepare("both");
    world.call("change");
    assertThat(world.run("both")).isEqualTo("3 [x, x]");
  }

  @Test // D36
  void objectsThatFieldsShareStayOne() {
    StaticsWorld world =
        new StaticsWorld(
            "public class Case { static List<String> a = new ArrayList<>();"
                + " static Map<String, Object> b = new HashMap<>(); static int other;"
                + " static final List<String> C = a;"
                + " static void share() { b.put(\"a\", a); }"
                + " static void part() { b.put(\"a\", new ArrayList<>()); }"
                + " static void grow() { a.add(\"x\"); other++; }"
                + " static Object task() { RemoteCallable<Object> t ="
                + " () -> (b.get(\"a\") == a) + \" \" + (C == a) + a.size() + other;"
                + " return t; } }");
    assertThat(world.run("task")).isEqualTo("false true00");
    world.call("share");
    assertThat(world.run("task")).isEqualTo("true true00");
    world.call("grow");
    assertThat(world.run("task")).isEqualTo("true true11");
    world.call("part");
    assertThat(world.run("task")).isEqualTo("false true11");
  }

  private static final String CAPTURES =
      "public class Case { static final List<String> FILLED = new ArrayList<>();"
          + " static final Object NONE = new Object(); static List<Object> open ="
          + " new ArrayList<>(); static class Node { Object up; }"
          + " static void fill() { FILLED.add(\"a\"); open.add(new Node()); }"
          + " static Object direct() { List<String> filled = FILLED; Object none = NONE;"
          + " RemoteCallable<Object> t = () -> (filled == FILLED) + \" \" + (none == NONE)"
          + " + filled; return t; }"
          + " static Object inside() { Node node = new Node(); node.up = open.get(0);"
          + " RemoteCallable<Object> t = () -> node.up == open.get(0); return t; }"
          + " static Object other() { List<String> filled = new ArrayList<>(FILLED);"
          + " RemoteCallable<Object> t = () -> filled == FILLED; return t; } }";

  @Test // D36
  void whatATaskSharesWithAFieldIsTheObjectOfTheField() {
    StaticsWorld world = new StaticsWorld(CAPTURES);
    for (String content : List.of("[a]", "[a, a]")) {
      world.call("fill");
      assertThat(world.run("direct")).isEqualTo("true true" + content);
      assertThat(world.run("direct")).isEqualTo("true true" + content);
      assertThat(world.sent()).isZero();
      assertThat(world.run("inside")).isEqualTo(true);
      assertThat(world.run("other")).isEqualTo(false);
    }
  }

  private static final String FINALS =
      "public class Case { record Point(int x, List<Integer> more) {}"
          + " static class Config { int level; final String name; Config(String name) {"
          + " this.name = name; } }"
          + " static final String RUN = \"run\".concat(SEED); static final long START ="
          + " SEED.length(); static final Path DIR = Path.of(SEED);"
          + " static final List<String> WORDS = List.of(SEED, \"b\");"
          + " static final Map<String, List<Integer>> BY = Map.of(\"a\", new ArrayList<>(),"
          + " \"b\", new ArrayList<>(), \"c\", new ArrayList<>());"
          + " static final Point POINT = new Point(SEED.length(), new ArrayList<>());"
          + " static final Config CONFIG = new Config(SEED);"
          + " static final int[] INTS = new int[3]; static final AtomicInteger COUNT ="
          + " new AtomicInteger(); static final Supplier<String> MAKE = maker(SEED);"
          + " static final Map<TimeUnit, Integer> UNITS = new EnumMap<>(TimeUnit.class);"
          + " static final List<Integer> VIEW = Collections.unmodifiableList(POINT.more);"
          + " static Supplier<String> maker(String x) { return () -> x; }"
          + " static Object seen = CONFIG;"
          + " static void change() { BY.get(\"a\").add(1); POINT.more.add(2); CONFIG.level++;"
          + " INTS[1]++; COUNT.incrementAndGet(); UNITS.put(TimeUnit.DAYS, COUNT.get()); }"
          + " static Object task() { RemoteCallable<Object> t = () -> show(); return t; }"
          + " static Object show() { return RUN + START + DIR + WORDS + new TreeMap<>(BY) + POINT"
          + " + CONFIG.level + CONFIG.name + Arrays.toString(INTS) + COUNT + MAKE.get() + UNITS"
          + " + VIEW + (seen == CONFIG); } }";

  @Test // D36
  void finalFieldsOfAllSortsAreAsAtTheDriver() {
    StaticsWorld world =
        new StaticsWorld(FINALS.replace("SEED", "\"driver\""), FINALS.replace("SEED", "\"w\""));
    world.call("show");
    for (int i = 0; i < 3; i++) {
      assertThat(world.run("task")).isEqualTo(world.call("show"));
      world.call("change");
    }
  }

  @Test // D36
  void whatTheInitialiserMakesAlikeIsFilledAndStaysItself() {
    StaticsWorld world = new StaticsWorld(FINALS.replace("SEED", "\"s\""));
    Object before = StaticsWorld.call(world.worker, "show");
    assertThat(world.run("task")).isEqualTo(before);
    Object config = field(world.worker, "CONFIG");
    world.call("change");
    world.run("task");
    assertThat(field(world.worker, "CONFIG")).isSameAs(config);
  }

  private static final String ENUMS =
      "public class Case { enum Registry { ONE { int own; int sum() { return own + number; } },"
          + " TWO; final Map<String, Object> map = new HashMap<>(); int number;"
          + " int sum() { return number; } static Registry of(int i) { return values()[i]; } }"
          + " enum Sort { A(x -> x), B(x -> x * 2); final Function<Integer, Integer> f;"
          + " Sort(Function<Integer, Integer> f) { this.f = f; } }"
          + " static List<Object> list = new ArrayList<>();"
          + " static void map() { Registry.ONE.map.put(\"two\", Registry.TWO); }"
          + " static void number() { Registry.TWO.number++; Registry.valueOf(\"ONE\").number = 3; }"
          + " static void shared() { list.add(1); Registry.TWO.map.put(\"list\", list); }"
          + " static void inner() { list.add(2); }"
          + " static Object task() { Object one = Registry.ONE;"
          + " RemoteCallable<Object> t = () -> \"\" + show() + (one == Registry.of(0)); return t; }"
          + " static Object captured() { Registry two = Registry.TWO; Sort b = Sort.B;"
          + " RemoteCallable<Object> t = () -> b.f.apply(two.sum()); return t; }"
          + " static Object show() { return Registry.ONE.map + \"\" + Registry.of(1).map"
          + " + Registry.ONE.sum() + Registry.TWO.sum() + list"
          + " + (Registry.TWO.map.get(\"list\") == list); } }";

  @Test // D36
  void whatConstantsOfEnumsHoldIsAsAtTheDriver() {
    StaticsWorld world = new StaticsWorld(ENUMS);
    for (String change : List.of("map", "number", "shared", "inner")) {
      world.call(change);
      assertThat(world.run("task")).as(change).isEqualTo(world.call("show") + "true");
      assertThat(world.run("task")).as(change).isEqualTo(world.call("show") + "true");
      assertThat(world.sent()).isZero();
    }
    world.call("number");
    assertThat(world.run("captured")).as("by a task that names no constant").isEqualTo(4);
  }

  @Test // D36
  void enumsWhoseConstantsCannotChangeStayOutOfIt() {
    StaticsWorld world = new StaticsWorld(ENUMS);
    assertThat(Drivers.explain(world.preparer, world.call("captured")).statics())
        .extracting(StaticEntry::name)
        .containsExactly("Case$Registry.ONE", "Case$Registry.TWO");
  }

  @Test // D36
  void aConstantThatCannotTravelSaysWhy() {
    StaticsWorld world =
        new StaticsWorld(
            "public class Case { enum Cache { ONE; final Map<String, Object> map ="
                + " new HashMap<>(); int number; }"
                + " static Object task() { Cache.ONE.map.put(\"db\", Thread.currentThread());"
                + " Cache.ONE.number = 1; RemoteCallable<Object> t ="
                + " () -> Cache.ONE.map.size() + Cache.ONE.number; return t; } }");
    assertThat(world.run("task")).isEqualTo(0);
    assertThat(Drivers.explain(world.preparer, world.call("task")).statics().get(0).reason())
        .startsWith(
            "static Case$Cache.ONE → map → java.util.HashMap → [db] → java.lang.Thread can't"
                + " travel");
  }

  private static Object field(ClassLoader loader, String name) {
    try {
      var field = loader.loadClass("Case").getDeclaredField(name);
      field.setAccessible(true);
      return field.get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test // D36
  void finalFieldsAreNeverExchangedBehindTasksThatReadThem() {
    String body =
        "public class Case { static final List<String> X = MADE;"
            + " static void change() { X.add(\"x\"); }"
            + " static Object task() { RemoteCallable<Object> t = () -> X.size(); return t; } }";
    StaticsWorld world =
        new StaticsWorld(
            body.replace("MADE", "new ArrayList<>()"), body.replace("MADE", "new LinkedList<>()"));
    assertThat(world.run("task")).isEqualTo(0);
    world.call("change");
    assertThat(world.run("task")).as("an ArrayList by now").isEqualTo(1);
  }

  @Test // D36
  void whatCannotTravelStaysAndSaysWhy() {
    StaticsWorld world =
        new StaticsWorld(
            "public class Case { static Map<String, Object> cache = new HashMap<>();"
                + " static int fine = 1; static final Random RANDOM = new Random();"
                + " static Object hidden = new Object() { int x = 1; };"
                + " static class Lazy { static int number = 3; }"
                + " static Object task() { cache.put(\"db\", Thread.currentThread()); fine = 2;"
                + " RemoteCallable<Object> t = () -> cache.size() + fine + RANDOM.nextInt(1)"
                + " + Lazy.number; return t; } }");
    assertThat(world.run("task")).isEqualTo(5);
    List<StaticEntry> told = Drivers.explain(world.preparer, world.call("task")).statics();
    assertThat(told)
        .extracting(StaticEntry::name, StaticEntry::travels)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Case.RANDOM", false),
            org.assertj.core.groups.Tuple.tuple("Case.cache", false),
            org.assertj.core.groups.Tuple.tuple("Case.fine", true),
            org.assertj.core.groups.Tuple.tuple("Case$Lazy.number", false));
    assertThat(told.get(1).reason())
        .startsWith("static Case.cache → java.util.HashMap → [db] → java.lang.Thread can't travel")
        .endsWith("; workers initialise it anew");
  }

  @Test // D36
  void aFieldWhoseClassCannotGoWithTheTaskStays() throws Exception {
    ClassLoader other = Worlds.of("public class Case { public Case() {} }").driver();
    StaticsWorld world =
        new StaticsWorld(
            "public class Case { static Object other; static int fine = 1;"
                + " static Object task() { fine = 2; RemoteCallable<Object> t ="
                + " () -> other + \" \" + fine; return t; } }");
    world.set("other", other.loadClass("Case").getConstructor().newInstance());
    assertThat(world.run("task")).isEqualTo("null 2");
    assertThat(Drivers.explain(world.preparer, world.call("task")).statics().get(1).reason())
        .startsWith("the class of an object in it can't travel: One task can't hold two classes");
  }

  @Test
  void readsOnlyWhatItWasSentWhole() {
    StaticsWorld world = new StaticsWorld(VALUES);
    long id = world.prepare("task").statics().id();
    byte[] all = new byte[world.preparer.statics(id, List.of()).orElseThrow().remaining()];
    world.preparer.statics(id, List.of()).orElseThrow().get(all);
    StaticsTarget target =
        new StaticsTarget(
            world.worker, NormalForms.over(world.worker, List.of(), List.of()), e -> {});
    for (int end = 0; end < all.length; end += 7) {
      java.nio.ByteBuffer part = java.nio.ByteBuffer.wrap(all, 0, end);
      assertThatThrownBy(() -> target.apply(id, part)).isInstanceOf(MarshallingException.class);
      assertThat(target.isCurrent(id)).isFalse();
    }
  }

  @Test
  void classesOfFilesKeepTheirStaticsAtHome() {
    Preparer preparer = new Preparer(PreparerOptions.bare());
    dev.entourage.RemoteCallable<Integer> here = () -> COUNTER.size();
    assertThat(preparer.prepare(here).statics().id()).isEqualTo(Statics.NONE);
    assertThat(preparer.seal(preparer.prepare(here), Set.of()).entries()).isNotEmpty();
  }

  private static final List<String> COUNTER = new java.util.ArrayList<>();
}
