import dev.entourage.Explanation;
import dev.entourage.RemoteCallable;
import dev.entourage.RemoteTaskException;
import dev.entourage.Workers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/** Static fields: what main has set is there on workers. */
public class StaticCases {

  static int setInMain;
  static final Map<String, Integer> FILLED = new HashMap<>();
  static final AtomicInteger COUNT = new AtomicInteger();
  static int changed = 1;
  static List<String> shared;
  static Thread stays;
  static int unread = 5;

  public static void main(String[] args) {
    setInMain = 42;
    FILLED.put("a", 1);
    COUNT.set(9);
    Deep.base = 100;
    stays = Thread.currentThread();
    Cases.run(StaticCases.class, args);
  }

  // D36
  static void anIntSetInMainIsSet(Workers workers) throws Exception {
    Cases.same(42, Cases.on(workers, () -> setInMain));
  }

  // D36
  static void aFinalMapFilledInMainIsFilled(Workers workers) throws Exception {
    Cases.same(1, Cases.on(workers, () -> FILLED.get("a")));
    FILLED.put("b", 2);
    Cases.same(
        List.of("a", "b"), Cases.on(workers, () -> List.copyOf(new TreeSet<>(FILLED.keySet()))));
    FILLED.remove("b");
    Cases.same(1, Cases.on(workers, () -> FILLED.size()));
    Cases.same(9, Cases.on(workers, () -> COUNT.get()));
  }

  // D36
  static void oneChangedBetweenTwoSubmissionsArrivesChanged(Workers workers) throws Exception {
    for (int value : new int[] {1, 2, 1, 3}) {
      changed = value;
      Cases.same(value, Cases.on(workers, () -> changed));
    }
  }

  enum Registry {
    INSTANCE {
      int calls;

      @Override
      int size() {
        return names.size() + ++calls;
      }

      @Override
      void forgetCalls() {
        calls = 0;
      }
    };

    final Map<String, List<String>> names = new HashMap<>();
    String title = "none";

    abstract int size();

    abstract void forgetCalls();
  }

  // D36
  static void whatTheOneConstantOfAnEnumHoldsIsThere(Workers workers) throws Exception {
    Registry.INSTANCE.forgetCalls(); // Each backend of this driver comes here.
    Registry.INSTANCE.names.put("a", List.of("b"));
    Registry.INSTANCE.title = "some";
    Registry captured = Registry.INSTANCE;
    Cases.same(
        "some{a=[b]}", Cases.on(workers, () -> Registry.INSTANCE.title + Registry.INSTANCE.names));
    Registry.INSTANCE.title = "other";
    Cases.same("other2", Cases.on(workers, () -> captured.title + captured.size()));
    Cases.same(1, Registry.INSTANCE.size() - captured.names.size());
    Registry.INSTANCE.names.clear();
    Cases.same(true, Cases.on(workers, () -> Registry.valueOf("INSTANCE").names.isEmpty()));
  }

  static final class Helper {
    static int add(int x) {
      return new Deep().add(x);
    }
  }

  static final class Deep {
    private static int base;

    int add(int x) {
      return base + x;
    }
  }

  // D36
  static void oneReadInAHelperOfAHelperIsThere(Workers workers) throws Exception {
    Cases.same(107, Cases.on(workers, () -> Helper.add(7)));
    Cases.same(List.of(101, 102), workers.map(List.of(1, 2), Helper::add));
  }

  // D36
  static void oneThatCannotTravelStaysAndIsExplained(Workers workers) throws Exception {
    RemoteCallable<String> task = () -> setInMain + " " + stays;
    Cases.same("42 null", Cases.on(workers, task));
    Explanation told = workers.explain(task);
    Cases.check(entry(told, "stays").reason().contains("can't travel"), told.statics().toString());
    Cases.check(!entry(told, "stays").travels(), told.statics().toString());
    Cases.check(entry(told, "setInMain").travels(), told.statics().toString());
    Cases.check(
        told.statics().stream().noneMatch(e -> e.name().endsWith(".unread")),
        told.statics().toString());
  }

  static Explanation.StaticEntry entry(Explanation told, String field) {
    return told.statics().stream()
        .filter(entry -> entry.name().equals("StaticCases." + field))
        .findFirst()
        .orElseThrow();
  }

  static String append(List<String> list) {
    list.add("y");
    return list == shared ? "one" : "two";
  }

  // D36
  static void whatIsCapturedAndStaticIsOneObject(Workers workers) throws Exception {
    shared = new ArrayList<>(List.of("x"));
    List<String> captured = shared;
    Map<String, Integer> filled = FILLED;
    for (int i = 0; i < 6; i++) {
      Cases.same("one", Cases.on(workers, () -> append(captured)));
      Cases.same(true, Cases.on(workers, () -> filled == FILLED && filled.size() == 1));
      Cases.same(true, Cases.on(workers, () -> NONE == none(captured)));
    }
    Cases.same(List.of("one", "one"), workers.map(List.of(1, 2), x -> append(captured)));
    Cases.same(List.of("x"), shared);
  }

  static final Object NONE = new Object();

  static Object none(List<String> list) {
    return list == shared ? NONE : null;
  }

  static int count;

  // D36
  static void whatATaskChangesStaysOnItsWorkerUntilTheDriverChangesIt(Workers workers)
      throws Exception {
    RemoteCallable<String> task = () -> ProcessHandle.current().pid() + " " + ++count;
    for (int start : new int[] {10, 20}) {
      count = start;
      Map<String, Integer> last = new HashMap<>();
      for (int i = 0; i < 8; i++) {
        String[] said = Cases.on(workers, task).split(" ");
        int expected = last.getOrDefault(said[0], start) + 1;
        Cases.same(expected, Integer.parseInt(said[1]));
        last.put(said[0], expected);
      }
      Cases.same(start, count);
    }
  }

  static List<Integer> items = new ArrayList<>();

  // D36
  static void aMapSeesTheValuesOfItsBeginning(Workers workers) throws Exception {
    items.clear();
    changed = 7;
    Iterable<Integer> counting =
        () -> java.util.stream.IntStream.range(0, 50).peek(i -> changed = i).boxed().iterator();
    for (int seen : workers.map(counting, x -> changed)) {
      items.add(seen);
    }
    Cases.same(java.util.Collections.nCopies(50, 7), items);
  }

  static long[] table = new long[200_000];

  // D36
  static void aLargeTableIsThereAndAChangeInItIsSeen(Workers workers) throws Exception {
    for (int i = 0; i < 6; i++) {
      table[i * 1000] = i + 1;
      int at = i * 1000;
      Cases.same(i + 1L, Cases.on(workers, () -> table[at]));
      Cases.same(i + 1L, Cases.on(workers, () -> table[at]));
    }
  }

  static final String RUN = java.util.UUID.randomUUID().toString();
  static final List<String> WORDS = List.of(RUN, "b");
  static final java.nio.file.Path HERE = java.nio.file.Path.of(RUN);
  static final long STARTED = System.nanoTime();

  interface Constants {
    String ID = RUN + "!";
    List<String> LIST = new ArrayList<>();
  }

  record Point(int x) {
    static int made;
    static final Map<String, Integer> BY_NAME = new HashMap<>();

    Point {
      made++;
    }
  }

  // D36
  static void whatFinalFieldsHoldIsTheDriversOwn(Workers workers) throws Exception {
    String expected = RUN + WORDS + HERE + STARTED + Constants.ID;
    for (int i = 0; i < 6; i++) {
      Cases.same(expected, Cases.on(workers, () -> RUN + WORDS + HERE + STARTED + Constants.ID));
    }
    Constants.LIST.add("x");
    Point.BY_NAME.put("origin", new Point(0).x());
    String task = Constants.LIST + " " + Point.BY_NAME + Point.made;
    Cases.same(task, Cases.on(workers, () -> Constants.LIST + " " + Point.BY_NAME + Point.made));
  }

  static Map<String, Object> cache = new HashMap<>();

  // D36
  static void oneThatCannotTravelSaysWhereAndFailsNoTask(Workers workers) throws Exception {
    cache.put("db", new java.net.Socket());
    Cases.same(0, Cases.on(workers, () -> cache.size()));
    String reason = entry(workers.explain((RemoteCallable<Object>) () -> cache), "cache").reason();
    Cases.check(
        reason.startsWith(
            "static StaticCases.cache \u2192 java.util.HashMap \u2192 [db] \u2192 java.net.Socket"),
        reason);
  }

  static final class Lazy {
    static final long INITIALISED_IN = ProcessHandle.current().pid();
    static int number = 3;
  }

  // D36
  static void aClassThatTheDriverHasNotUsedIsInitialisedOnlyThere(Workers workers)
      throws Exception {
    Cases.same(3, Cases.on(workers, () -> Lazy.number));
    RemoteCallable<Integer> task = () -> Lazy.number;
    Cases.check(
        workers.explain(task).statics().stream()
            .anyMatch(e -> e.name().endsWith("Lazy.number") && !e.travels()),
        "Lazy was initialised by reading it");
    Cases.check(
        Cases.on(workers, () -> Lazy.INITIALISED_IN) != ProcessHandle.current().pid(),
        "the worker initialised it");
  }

  static final class Broken {
    static final int VALUE = fail();

    private static int fail() {
      throw new IllegalStateException("the first cause", new IOException("and its own"));
    }
  }

  // D36
  static void aFailedInitialiserIsToldWithItsFirstCauseEachTime(Workers workers) throws Exception {
    for (int i = 0; i < 6; i++) {
      RemoteTaskException e =
          Cases.thrown(RemoteTaskException.class, () -> Cases.on(workers, () -> Broken.VALUE));
      Cases.check(e.remoteStackTrace().contains("the first cause"), e.remoteStackTrace());
      Cases.check(e.remoteStackTrace().contains("and its own"), e.remoteStackTrace());
      Cases.check(e.remoteStackTrace().contains("StaticCases$Broken.fail"), e.remoteStackTrace());
      Throwable failure = e.getCause();
      Throwable first =
          failure instanceof ExceptionInInitializerError
              ? failure.getCause()
              : failure.getSuppressed()[0];
      Cases.check(i == 0 || failure.getMessage().contains("StaticCases$Broken"), "" + failure);
      Cases.same(IllegalStateException.class, first.getClass());
      Cases.same(IOException.class, first.getCause().getClass());
    }
  }
}
