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

  static boolean append(List<String> list) {
    list.add("y");
    return list == shared && shared.size() == 2;
  }

  // D36
  static void whatIsCapturedAndStaticIsOneObject(Workers workers) throws Exception {
    shared = new ArrayList<>(List.of("x"));
    List<String> captured = shared;
    for (int i = 0; i < 6; i++) {
      Cases.same(true, Cases.on(workers, () -> append(captured)));
    }
    Cases.same(List.of("x"), shared);
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
