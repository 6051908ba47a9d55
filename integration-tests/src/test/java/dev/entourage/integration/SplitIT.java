package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What goes wrong where code that travels and code that stays are taken apart in the wrong place.
 * Each test is named after the wrong outcome that it prevents, and says which rule does. The
 * program runs on the driver, too: a worker must give the same result.
 */
class SplitIT {

  /** The tasks of a program; the rest of the source is its own. */
  private static final String TASK =
      "package app; import dev.entourage.RemoteCallable; import java.util.List;"
          + " public class Task { public static List<RemoteCallable<?>> tasks() throws Exception {"
          + " return List.of(%s); } %s }";

  @TempDir private Path home;

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  private static String task(String... lambdas) {
    return TASK.formatted(String.join(", ", lambdas), "");
  }

  private static void assertSame(DriverRun run, Object... results) {
    run.assertEndedWell();
    run.assertWorkersWereStrangers();
    List<String> expected = Stream.of(results).map(Object::toString).toList();
    assertThat(run.facts("result")).as("results of%n%s", run).isEqualTo(expected);
    assertThat(run.facts("expected")).as("on the driver itself").isEqualTo(expected);
  }

  // Rule: a jar with a package in common with what travels does, too.
  @ParameterizedTest
  @MethodSource("jdks")
  void noPackagePrivateOverrideIsLostSilently(Jdk jdk) {
    UserProgram program =
        new UserProgram(home)
            .jar(
                "lib.jar",
                "package p; public class Base { String name() { return \"base\"; }"
                    + " public String call() { return name(); } }")
            .folder(
                "app",
                "package p; public class Sub extends Base { String name() { return \"sub\"; } }",
                task("() -> new p.Sub().call()"));
    assertSame(program.run(jdk), "sub");
  }

  // Rule: a jar with a package in common with what travels does, too.
  @ParameterizedTest
  @MethodSource("jdks")
  void noMemberOfASplitPackageIsOutOfReach(Jdk jdk) {
    UserProgram program =
        new UserProgram(home)
            .jar("lib.jar", "package p; public class Lib { static int secret() { return 42; } }")
            .folder(
                "app",
                "package p; public class Near { public static int look() { return Lib.secret(); } }",
                task("() -> p.Near.look()"));
    assertSame(program.run(jdk), 42);
  }

  // Rule: a jar that mentions a class of a folder travels.
  @ParameterizedTest
  @MethodSource("jdks")
  void noPluginLacksTheClassThatItExtends(Jdk jdk) {
    UserProgram program =
        new UserProgram(home)
            .folder(
                "base",
                "package base; public abstract class Step { public abstract int apply(int x);"
                    + " public Step then(Step next) { return next; } }")
            .jar(
                "plugin.jar",
                "package plug; public class Twice extends base.Step {"
                    + " public int apply(int x) { return 2 * x; } }")
            .folder(
                "app",
                "package user; public class Plus extends base.Step {"
                    + " public int apply(int x) { return x + 1; } }",
                task("() -> new user.Plus().then(new plug.Twice()).apply(21)"));
    assertSame(program.run(jdk), 42);
  }

  // Rule: a jar that leads to one that travels does, too.
  @ParameterizedTest
  @MethodSource("jdks")
  void noJarBehindAJarLacksAClass(Jdk jdk) {
    UserProgram program =
        new UserProgram(home)
            .folder("base", "package base; public class Config { public static int value = 42; }")
            .jar(
                "deep.jar",
                "package d; public class Deep {"
                    + " public static int read() { return base.Config.value; } }")
            .jar(
                "flat.jar",
                "package f; public class Flat {"
                    + " public static int read() { return d.Deep.read(); } }")
            .folder("app", task("() -> f.Flat.read()"));
    DriverRun run = program.run(jdk);
    assertSame(run, 42);
    assertThat(run.fact("f.Flat"))
        .isEqualTo(
            "true flat.jar leads to deep.jar, and deep.jar mentions base.Config of "
                + program.path("base")
                + ", which travels");
  }

  // Rule: a jar with a package in common with what travels does, too.
  @ParameterizedTest
  @MethodSource("jdks")
  void noShadowedClassComesBackSilently(Jdk jdk) {
    UserProgram program =
        new UserProgram(home)
            .folder(
                "patch", "package p; public class Rate { public static int of() { return 2; } }")
            .jar(
                "lib.jar",
                "package p; public class Rate { public static int of() { return 1; } }",
                "package q; public class Price { public static int of() { return p.Rate.of(); } }")
            .folder("app", task("() -> q.Price.of()"));
    assertSame(program.run(jdk), 2);
  }

  // Rule: a jar that mentions one that travels by the options does, too.
  @ParameterizedTest
  @MethodSource("jdks")
  void noStateOfAClassIsThereTwiceSilently(Jdk jdk) {
    UserProgram program =
        new UserProgram(home)
            .jar(
                "dep.jar",
                "package dep; public class Count { public static int n;"
                    + " public static int next() { return ++n; } }")
            .jar(
                "lib.jar",
                "package lib; public class User {"
                    + " public static int next() { return dep.Count.next(); } }")
            .folder("app", task("() -> dep.Count.next() + lib.User.next()"));
    assertSame(program.run(jdk, "byValue=dep.jar"), 3);
  }

  // Rule: a jar with a package in common with what travels does, too.
  @ParameterizedTest
  @MethodSource("jdks")
  void noNestIsSplit(Jdk jdk) {
    String outer =
        "package p; public class Outer { private static int secret = %d;"
            + " public static class Inner { public int look() { return secret; } } }";
    UserProgram program =
        new UserProgram(home)
            .folder("patch", outer.formatted(42))
            .without("patch/p/Outer.class")
            .jar("lib.jar", outer.formatted(42))
            .folder("app", task("() -> new p.Outer.Inner().look()"));
    assertSame(program.run(jdk), 42);
  }

  // Rule: a jar with a package in common with what travels does, too.
  @ParameterizedTest
  @MethodSource("jdks")
  void noSealedHierarchyIsSplit(Jdk jdk) {
    String shape = "package p; public sealed interface Shape permits Circle { int r(); }";
    String circle = "package p; public record Circle(int r) implements Shape { }";
    UserProgram program =
        new UserProgram(home)
            .folder("patch", shape, circle)
            .without("patch/p/Shape.class")
            .jar("lib.jar", shape, circle)
            .folder("app", task("() -> { p.Shape s = new p.Circle(42); return s.r(); }"));
    assertSame(program.run(jdk), 42);
  }

  // Rule: what a class mentions travels with it, what javac made among it.
  @ParameterizedTest
  @MethodSource("jdks")
  void noSyntheticClassOfASwitchIsMissing(Jdk jdk) {
    UserProgram program =
        new UserProgram(home)
            .jar("lib.jar", "package lib; public enum Level { LOW, HIGH }")
            .folder(
                "app",
                "package user; public class Sw { public static int of(lib.Level level) {"
                    + " switch (level) { case LOW: return 1; default: return 42; } } }",
                task("() -> user.Sw.of(lib.Level.HIGH)"));
    assertSame(program.run(jdk), 42);
  }

  // Rule: new bytes under a known name open another generation; each keeps its classes.
  @ParameterizedTest
  @MethodSource("jdks")
  void noTwoVersionsMeetInOneLoader(Jdk jdk) {
    String source =
        "package v; import dev.entourage.RemoteCallable; public class V {"
            + " static int calls; final int n = %d; public static RemoteCallable<?> task() {"
            + " V made = new V(); return () -> { V v = made; return v.n + 10 * ++calls; }; } }";
    UserProgram program =
        new UserProgram(home)
            .aside("one", source.formatted(1))
            .aside("two", source.formatted(2))
            .folder(
                "app",
                TASK.formatted(
                    "V(\"one\"), V(\"two\"), V(\"one\")", VERSION.formatted(home.toUri())));
    DriverRun run = program.run(jdk);
    run.assertEndedWell();
    assertThat(run.facts("result")).as("%s", run).containsExactly("11", "12", "21");
  }

  private static final String VERSION =
      "static final java.util.Map<String, ClassLoader> KNOWN = new java.util.HashMap<>();"
          + " static RemoteCallable<?> V(String name) throws Exception {"
          + " if (!KNOWN.containsKey(name)) { KNOWN.put(name, new java.net.URLClassLoader("
          + " new java.net.URL[] {new java.net.URL(\"%s\" + name + \"/\")})); }"
          + " return (RemoteCallable<?>) KNOWN.get(name).loadClass(\"v.V\").getMethod(\"task\")"
          + ".invoke(null); }";

  // Rule: the driver is asked before a jar is used where it is.
  @ParameterizedTest
  @MethodSource("jdks")
  void noJarThatIsOnlyFoundByNameLacksAClass(Jdk jdk) {
    UserProgram program =
        new UserProgram(home)
            .folder("base", "package base; public class Config { public static int value = 42; }")
            .jar(
                "plugin.jar",
                "package plug; public class Late implements"
                    + " java.util.function.IntSupplier {"
                    + " public int getAsInt() { return base.Config.value; } }")
            .folder(
                "app",
                TASK.formatted(
                    "() -> late(\"Late\")",
                    "static int late(String n) throws Exception { return ((java.util.function.IntSupplier)"
                        + " Class.forName(\"plug.\" + n).getConstructor().newInstance()).getAsInt(); }"));
    assertSame(program.run(jdk), 42);
  }

  // Rule: workers show the jars that the driver lists, and nothing that these name.
  @ParameterizedTest
  @MethodSource("jdks")
  void noClassOfAFolderIsThereTwiceSilently(Jdk jdk) {
    UserProgram program =
        new UserProgram(home)
            .folder(
                "base",
                "package base; public class Config { public static int value = 1; }",
                "package late; public class Late implements java.util.function.IntSupplier {"
                    + " public int getAsInt() { return base.Config.value; } }")
            .folder(
                "app",
                TASK.formatted(
                    "() -> late(\"Late\")",
                    "static int late(String n) throws Exception { base.Config.value = 42;"
                        + " return ((java.util.function.IntSupplier)"
                        + " Class.forName(\"late.\" + n).getConstructor().newInstance()).getAsInt(); }"))
            .manifestOnly();
    assertSame(program.run(jdk), 42);
  }
}
