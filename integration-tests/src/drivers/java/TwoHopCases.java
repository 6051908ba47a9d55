import dev.entourage.RemoteCallable;
import dev.entourage.RemoteFunction;
import dev.entourage.RemoteTaskException;
import dev.entourage.Workers;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/** Tasks that have workers of their own: their classes are on neither. */
public class TwoHopCases {

  static final Map<String, Integer> FILLED = new HashMap<>();

  public static void main(String[] args) {
    FILLED.put("a", 7);
    Cases.run(TwoHopCases.class, args);
  }

  /** Runs a task on a worker of the worker that calls this. */
  static <R> R farther(RemoteCallable<R> task) throws Exception {
    try (Workers own = Cases.pool(1).build()) {
      return own.submit(task).get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  record Found(long first, long second, boolean hidden, int answer) {}

  static final class Helper {
    static int twice(int x) {
      return Deep.id(2 * x);
    }
  }

  static final class Deep {
    static int id(int x) {
      return x;
    }
  }

  // D33
  static void theClassesTravelOn(Workers workers) throws Exception {
    Found found =
        Cases.on(
            workers,
            () -> {
              long first = ProcessHandle.current().pid();
              return farther(
                  () -> {
                    Cases.Place there = Cases.Place.here("TwoHopCases");
                    return new Found(first, there.pid(), there.hidden(), Helper.twice(21));
                  });
            });
    Cases.same(42, found.answer());
    Cases.check(found.hidden(), "the second worker has the script's classes on its path");
    Cases.same(
        3L,
        List.of(ProcessHandle.current().pid(), found.first(), found.second()).stream()
            .distinct()
            .count());
  }

  static final class Endless {
    static final Workers OWN = Cases.pool(1).build();
    static final int ONE = OWN.submit(() -> 1).join();
  }

  static void workersThatAnInitialiserOpensComeToAnEnd(Workers workers) throws Exception {
    String all = Cases.on(workers, TwoHopCases::endless);
    Cases.check(
        all.contains("The static initialiser of TwoHopCases$Endless does so in each worker"), all);
  }

  static String endless() {
    StringWriter all = new StringWriter();
    try {
      all.append("got " + Endless.ONE);
    } catch (ExceptionInInitializerError e) {
      e.printStackTrace(new PrintWriter(all));
    }
    return all.toString();
  }

  // D33
  static void rebuiltLambdasTravelOn(Workers workers) throws Exception {
    int three = 3;
    RemoteFunction<Integer, Integer> serializable = x -> x * three;
    Function<Integer, Integer> plain = x -> x + three;
    Function<Integer, Integer> both = plain.andThen(x -> -x);
    Comparator<String> order = Comparator.comparing(String::length).reversed();
    Cases.same(
        List.of(15, 8, -8),
        Cases.on(
            workers,
            () -> farther(() -> List.of(serializable.apply(5), plain.apply(5), both.apply(5)))));
    Cases.same(
        List.of("ccc", "bb", "a"),
        Cases.on(
            workers,
            () ->
                farther(
                    () -> {
                      List<String> words = new ArrayList<>(List.of("a", "bb", "ccc"));
                      words.sort(order);
                      return words;
                    })));
  }

  static final class Hidden {
    static final int ANSWER = 42;
  }

  static int computed() throws ReflectiveOperationException {
    String name = String.join("", List.of("TwoHop", "Cases", "$", "Hidden"));
    return Class.forName(name).getDeclaredField("ANSWER").getInt(null);
  }

  // D32, D33
  static void whatIsFoundLazilyIsFoundFromThereToo(Workers workers) throws Exception {
    Cases.same(42, Cases.on(workers, () -> farther(() -> computed())));
  }

  // D33, D36
  static void staticFieldsTravelOn(Workers workers) throws Exception {
    Cases.same(7, Cases.on(workers, () -> farther(() -> FILLED.get("a"))));
  }

  static final class Broken extends RuntimeException {
    Broken(String message) {
      super(message);
    }
  }

  // D33, E37
  static void errorsComeHomeAsThemselves(Workers workers) throws Exception {
    RemoteTaskException e =
        Cases.thrown(
            RemoteTaskException.class,
            () ->
                Cases.on(
                    workers,
                    () ->
                        farther(
                            () -> {
                              throw new Broken("far away");
                            })));
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    Cases.same(Broken.class, cause.getClass());
    Cases.same("far away", cause.getMessage());
  }

  // D33
  static void localPoolsOpenThereAndUserCodeSeesNothingElseOfOurs(Workers workers)
      throws Exception {
    try (Workers inheriting = Cases.pool(1).inheritClassPath(true).build()) {
      for (Workers pool : List.of(workers, inheriting)) {
        Cases.same(List.of(2, 4, 6), Cases.on(pool, () -> mapThere()));
        Cases.same(List.of(), Cases.on(pool, () -> visible()));
      }
    }
  }

  static List<Integer> mapThere() {
    try (Workers own = Workers.local(2)) {
      return own.map(List.of(1, 2, 3), Helper::twice);
    }
  }

  static List<String> visible() {
    List<String> visible = new ArrayList<>();
    for (String name :
        List.of(
            "dev.entourage.engine.Pool",
            "dev.entourage.worker.WorkerMain",
            "dev.entourage.preparer.Codec",
            "dev.entourage.backend.kryo.KryoBackend",
            "dev.entourage.transport.vertx.ClusterTransport")) {
      try {
        Class.forName(name);
        visible.add(name);
      } catch (ClassNotFoundException e) {
        // As it should be.
      }
    }
    return visible;
  }
}
