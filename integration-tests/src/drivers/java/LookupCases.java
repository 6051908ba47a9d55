import dev.entourage.RemoteTaskException;
import dev.entourage.Workers;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/** What no analysis could foresee: names that are computed, resources, services. */
public class LookupCases {

  public static void main(String[] args) {
    Cases.run(LookupCases.class, args);
  }

  static final class Hidden {
    static int answer() {
      return Deep.VALUE.length();
    }
  }

  static final class Deep {
    static final StringBuilder VALUE = new StringBuilder("forty-two");
  }

  /** No constant of the class file has a name that is computed like this. */
  static String name(String simple) {
    return String.join("", List.of("Lookup", "Cases", "$", simple));
  }

  static Object call(Class<?> type) throws ReflectiveOperationException {
    return type.getDeclaredMethod("answer").invoke(null);
  }

  // D32
  static void computedNamesAreFound(Workers workers) throws Exception {
    String simple = "Hidden";
    Cases.same(9, Cases.on(workers, () -> call(Class.forName(name(simple)))));
    Cases.same(
        9,
        Cases.on(
            workers,
            () ->
                call(
                    Class.forName(
                        name(simple), true, Thread.currentThread().getContextClassLoader()))));
    RemoteTaskException e =
        Cases.thrown(
            RemoteTaskException.class,
            () -> Cases.on(workers, () -> Class.forName(name("Nobody")).getName()));
    Cases.check(e.getCause() instanceof ClassNotFoundException, "" + e.getCause());
  }

  static String text(URL url) throws IOException {
    try (InputStream in = url.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  static String resource(String name) throws IOException {
    try (InputStream in = LookupCases.class.getResourceAsStream(name)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  // D32
  static void resourcesAreFound(Workers workers) throws Exception {
    for (int i = 0; i < 3; i++) {
      Cases.same("one two", Cases.on(workers, () -> resource("/data/words.txt")));
    }
    Cases.same(
        "one two", Cases.on(workers, () -> text(LookupCases.class.getResource("data/words.txt"))));
    Cases.same(
        List.of("first", "second"),
        Cases.on(
            workers,
            () -> {
              List<String> all = new ArrayList<>();
              for (URL url :
                  Collections.list(
                      LookupCases.class.getClassLoader().getResources("data/twice.txt"))) {
                all.add(text(url));
              }
              return all;
            }));
  }

  // D32
  static void bundlesAreFound(Workers workers) throws Exception {
    Cases.same(
        "Guten Tag",
        Cases.on(
            workers,
            () ->
                ResourceBundle.getBundle("data.texts", java.util.Locale.GERMAN)
                    .getString("hello")));
    RemoteTaskException e =
        Cases.thrown(
            RemoteTaskException.class,
            () -> Cases.on(workers, () -> ResourceBundle.getBundle("data.nothing").getLocale()));
    Cases.check(e.getCause() instanceof MissingResourceException, "" + e.getCause());
  }

  // D32
  static void nothingOutsideOfTheCodeIsFound(Workers workers) throws Exception {
    Cases.same("secret", resource("/outside.txt") == null ? "secret" : "on the class path");
    for (String name :
        List.of("../outside.txt", "data/../../outside.txt", "/etc/passwd", "../../etc/passwd")) {
      Cases.same(
          true,
          Cases.on(
              workers,
              () ->
                  LookupCases.class.getClassLoader().getResource(name) == null
                      && LookupCases.class.getResource("/" + name) == null));
    }
  }

  // D32
  static void servicesAreFound(Workers workers) throws Exception {
    String greeting = Cases.on(workers, () -> greeting());
    Cases.same(greeting(), greeting);
    Cases.same("HELLO FROM A SERVICE", greeting);
  }

  static String greeting() {
    List<String> greetings = new ArrayList<>();
    ServiceLoader.load(java.util.function.Supplier.class)
        .forEach(service -> greetings.add((String) service.get()));
    ServiceLoader.load(
            java.util.function.Supplier.class, Thread.currentThread().getContextClassLoader())
        .forEach(service -> Cases.same(greetings.get(0), service.get()));
    return String.join(" ", greetings);
  }

  static String seen() {
    try {
      ClassLoader context = Thread.currentThread().getContextClassLoader();
      return Class.forName(name("Hidden"), false, context).getSimpleName();
    } catch (ClassNotFoundException e) {
      return e.toString();
    }
  }

  static void threadsOfTheCommonPoolSeeTheClasses(Workers workers) throws Exception {
    Cases.same(
        "Hidden", Cases.on(workers, () -> CompletableFuture.supplyAsync(() -> seen()).get()));
    Cases.same(
        List.of("Hidden"),
        Cases.on(
            workers,
            () -> IntStream.range(0, 1000).parallel().mapToObj(i -> seen()).distinct().toList()));
    Cases.same(
        "Hidden", Cases.on(workers, () -> ForkJoinPool.commonPool().submit(() -> seen()).get()));
  }

  static boolean asserting() {
    boolean on = false;
    assert on = true;
    return on;
  }

  static void assertionsAreAsOnTheDriver(Workers workers) throws Exception {
    Cases.same(asserting(), Cases.on(workers, () -> asserting()));
  }

  static void packagesAndCodeSourcesAreThere(Workers workers) throws Exception {
    Cases.same(
        String.valueOf(LookupCases.class.getProtectionDomain().getCodeSource().getLocation()),
        Cases.on(
            workers,
            () ->
                String.valueOf(
                    LookupCases.class.getProtectionDomain().getCodeSource().getLocation())));
    Cases.same(
        LookupCases.class.getPackage().getName(),
        Cases.on(workers, () -> LookupCases.class.getPackage().getName()));
  }
}
