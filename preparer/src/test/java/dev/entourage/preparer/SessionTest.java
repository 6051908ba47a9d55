package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.CodeUnavailableException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Driver and worker in one JVM: the worker's loaders see nothing of the driver's classes. */
class SessionTest {

  @TempDir private Path folder;
  @TempDir private Path second;

  private Preparer driver;
  private LocalRequests requests;
  private SessionLoaders worker;

  @BeforeEach
  void connect() {
    driver = Drivers.bare();
    requests = new LocalRequests(driver.library());
    worker = new SessionLoaders(requests, SessionLoaders.platformAndApi());
  }

  private static Class<?> program(Path folder, String body) throws Exception {
    return new Sources()
        .add("user.Main", "package user; public class Main { " + body + " }")
        .add(
            "user.Helper",
            "package user; class Helper { static int twice(int x) { return Deep.id(2 * x); } }")
        .add("user.Deep", "package user; class Deep { static int id(int x) { return x; } }")
        .add("user.Plugin", "package user; public class Plugin { Part part; }")
        .add("user.Part", "package user; class Part { }")
        .compile(folder)
        .loadClass("user.Main");
  }

  private static final String RUN = "public static int run(int x) { return Helper.twice(x); }";

  private Class<?> arrived(Class<?> type) throws ClassNotFoundException {
    Manifest manifest = Drivers.seal(driver, type);
    return worker.loaderFor(manifest.id()).loadClass(type.getName());
  }

  // A7
  @Test
  void bringsHelpersOfHelpers() throws Exception {
    Class<?> main = program(folder, RUN);
    Class<?> there = arrived(main);
    assertThat(there).isNotSameAs(main);
    assertThat(there.getMethod("run", int.class).invoke(null, 21)).isEqualTo(42);
    assertThat(requests.found).isEmpty();
    assertThat(requests.messages).hasSize(1);
  }

  // B14
  @Test
  void bringsTheAnnotationsOfAPackage() throws Exception {
    Class<?> main =
        new Sources()
            .add("user.Main", "package user; public class Main {}")
            .add("user.package-info", "@Mark(user.Kind.B) package user;")
            .add(
                "user.Mark",
                "package user; @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                    + " @interface Mark { Kind value(); }")
            .add("user.Kind", "package user; enum Kind { A, B }")
            .compile(folder)
            .loadClass("user.Main");
    Class<?> there = arrived(main);
    assertThat(there.getPackage().getAnnotations()[0]).hasToString("@user.Mark(B)");
    assertThat(requests.found).isEmpty();
  }

  @Test
  void asksNothingWhenWarm() throws Exception {
    Class<?> main = program(folder, RUN);
    Manifest manifest = Drivers.seal(driver, main);
    ClassLoader loader = worker.loaderFor(manifest.id());
    assertThat(Drivers.seal(driver, main)).isSameAs(manifest);
    assertThat(worker.loaderFor(manifest.id())).isSameAs(loader);
    assertThat(requests.manifests).hasSize(1);
    assertThat(requests.messages).hasSize(1);
  }

  // A11
  @Test
  void keepsOneClassAcrossManifests() throws Exception {
    Class<?> main = program(folder, RUN);
    Class<?> plugin = main.getClassLoader().loadClass("user.Plugin");
    Class<?> first = arrived(main);
    Manifest both = Drivers.seal(driver, main, plugin);
    assertThat(worker.loaderFor(both.id()).loadClass("user.Main")).isSameAs(first);
    assertThat(requests.messages.get(1)).hasSize(2);
  }

  // D31
  @Test
  void newBytesOpenANewGenerationAndOldOnesComeBack() throws Exception {
    Class<?> one = program(folder, "public static int run(int x) { return x; }");
    Class<?> two = program(second, "public static int run(int x) { return -x; }");
    Class<?> first = arrived(one);
    Class<?> next = arrived(two);
    assertThat(first).isNotSameAs(next);
    assertThat(first.getMethod("run", int.class).invoke(null, 1)).isEqualTo(1);
    assertThat(next.getMethod("run", int.class).invoke(null, 1)).isEqualTo(-1);
    assertThat(arrived(one)).isSameAs(first);
    assertThat(arrived(two)).isSameAs(next);
  }

  // D32
  @Test
  void fetchesComputedNamesOnceWithTheirClosure() throws Exception {
    Class<?> there = arrived(program(folder, COMPUTED));
    Class<?> plugin = (Class<?>) there.getMethod("find", String.class).invoke(null, "Plugin");
    assertThat(plugin.getClassLoader()).isSameAs(there.getClassLoader());
    plugin.getDeclaredField("part");
    there.getMethod("find", String.class).invoke(null, "Plugin");
    assertThat(requests.found).containsExactly("user.Plugin");
    assertThat(requests.messages).hasSize(2);
    assertThat(requests.messages.get(1)).hasSize(2);
  }

  private static final String COMPUTED =
      "public static Class<?> find(String n) throws Exception { return Class.forName(\"user.\" + n); }";

  @Test
  void asksForAnAbsentClassOnce() throws Exception {
    ClassLoader loader = arrived(program(folder, COMPUTED)).getClassLoader();
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> loader.loadClass("user.Nobody"))
          .isInstanceOf(ClassNotFoundException.class);
    }
    assertThat(requests.found).containsExactly("user.Nobody");
  }

  @Test
  void asksAgainWhenAnotherCodeSourceJoins() throws Exception {
    ClassLoader loader = arrived(program(folder, COMPUTED)).getClassLoader();
    assertThatThrownBy(() -> loader.loadClass("late.Late"))
        .isInstanceOf(ClassNotFoundException.class);
    Class<?> neighbour =
        new Sources()
            .add("late.Neighbour", "package late; public class Neighbour {}")
            .add("late.Late", "package late; public class Late {}")
            .compile(second)
            .loadClass("late.Neighbour");
    assertThat(arrived(neighbour).getClassLoader()).isSameAs(loader);
    assertThat(loader.loadClass("late.Late").getClassLoader()).isSameAs(loader);
  }

  @Test
  void aNameThatFailedOpensANewGeneration() throws Exception {
    Class<?> main = program(folder, COMPUTED);
    Class<?> there = arrived(main);
    ClassLoader failed = there.getClassLoader();
    assertThatThrownBy(() -> failed.loadClass("late.Late"))
        .isInstanceOf(ClassNotFoundException.class);
    Class<?> late =
        new Sources()
            .add("late.Late", "package late; public class Late {}")
            .compile(second)
            .loadClass("late.Late");
    assertThat(arrived(late).getClassLoader()).isNotSameAs(failed);
    assertThat(arrived(main)).isSameAs(there);
  }

  @Test
  void showsThePlatformAndTheApiAndNothingElseOfOurs() throws Exception {
    ClassLoader loader = arrived(program(folder, RUN)).getClassLoader();
    assertThat(loader.loadClass("dev.entourage.Workers")).isSameAs(dev.entourage.Workers.class);
    assertThat(loader.loadClass("dev.entourage.spi.NodeTable"))
        .isSameAs(dev.entourage.spi.NodeTable.class);
    assertThat(loader.loadClass("java.sql.Date")).isNotNull();
    assertThat(loader.loadClass("com.sun.source.tree.Tree")).isNotNull();
    for (String hidden : List.of("dev.entourage.preparer.Codec", "org.junit.jupiter.api.Test")) {
      assertThatThrownBy(() -> loader.loadClass(hidden)).isInstanceOf(ClassNotFoundException.class);
    }
  }

  // D33
  @Test
  void aWorkerCanBeADriverItself() throws Exception {
    Class<?> there = arrived(program(folder, RUN));
    Preparer subDriver = Drivers.bare();
    Manifest again = Drivers.seal(subDriver, there);
    SessionLoaders subWorker =
        new SessionLoaders(new LocalRequests(subDriver.library()), SessionLoaders.platformAndApi());
    Class<?> farther = subWorker.loaderFor(again.id()).loadClass("user.Main");
    assertThat(farther).isNotSameAs(there);
    assertThat(farther.getMethod("run", int.class).invoke(null, 2)).isEqualTo(4);
  }

  @Test
  void classesComeBeforeInheritedOnesAndThoseBeforeTheDriver() throws Exception {
    Class<?> main = program(folder, COMPUTED);
    Class<?> library =
        new Sources()
            .add("lib.Tool", "package lib; public class Tool {}")
            .add("user.Main", "package user; public class Main {}")
            .compile(second)
            .loadClass("lib.Tool");
    SessionLoaders inheriting = new SessionLoaders(requests, library.getClassLoader());
    ClassLoader loader = inheriting.loaderFor(Drivers.seal(driver, main).id());
    assertThat(loader.loadClass("user.Main").getClassLoader()).isSameAs(loader);
    assertThat(loader.loadClass("lib.Tool")).isSameAs(library);
    assertThat(loader.getResource("lib/Tool.class")).isNotNull();
    assertThat(requests.found).isEmpty();
  }

  @Test
  void aClassThatCameByReferenceAndNowTravelsOpensANewGeneration() throws Exception {
    Class<?> main = program(folder, COMPUTED);
    Class<?> library =
        new Sources()
            .add("lib.Tool", "package lib; public class Tool {}")
            .compile(second)
            .loadClass("lib.Tool");
    SessionLoaders inheriting = new SessionLoaders(requests, library.getClassLoader());
    ClassLoader before = inheriting.loaderFor(Drivers.seal(driver, main).id());
    assertThat(before.loadClass("lib.Tool")).isSameAs(library);
    ClassLoader after = inheriting.loaderFor(Drivers.seal(driver, library).id());
    assertThat(after).isNotSameAs(before);
    assertThat(after.loadClass("lib.Tool").getClassLoader()).isSameAs(after);
  }

  @Test
  void classesKnowTheirPackageAndCodeSource() throws Exception {
    Class<?> there = arrived(program(folder, RUN));
    assertThat(there.getPackage().getName()).isEqualTo("user");
    assertThat(there.getProtectionDomain().getCodeSource().getLocation())
        .isEqualTo(folder.toUri().toURL());
  }

  @Test
  void handsOutFullAccessToItsClasses() throws Throwable {
    Class<?> there = arrived(program(folder, "private static int secret(int x) { return x + 1; }"));
    MethodHandles.Lookup lookup = ((SessionClassLoader) there.getClassLoader()).lookupIn(there);
    assertThat(lookup.hasFullPrivilegeAccess()).isTrue();
    MethodHandle secret =
        lookup.findStatic(there, "secret", MethodType.methodType(int.class, int.class));
    assertThat((int) secret.invoke(1)).isEqualTo(2);
  }

  @Test
  void refusesDamagedClassFiles() throws Exception {
    Manifest manifest = Drivers.seal(driver, program(folder, RUN));
    CodeRequests liar =
        new CodeRequests() {
          @Override
          public byte[] manifest(Digest id) {
            return manifest.encode();
          }

          @Override
          public Map<Digest, byte[]> code(List<Digest> missing) {
            return Map.of(missing.get(0), new byte[3]);
          }

          @Override
          public Optional<byte[]> find(Digest id, String className) {
            return Optional.empty();
          }

          @Override
          public byte[] resources(Digest id, String name) {
            return new byte[0];
          }

          @Override
          public Optional<String> travels(String jar) {
            return Optional.empty();
          }
        };
    SessionLoaders loaders = new SessionLoaders(liar, SessionLoaders.platformAndApi());
    assertThatThrownBy(() -> loaders.loaderFor(manifest.id()))
        .isInstanceOf(CodeUnavailableException.class)
        .hasMessageContaining("damaged");
    assertThatThrownBy(() -> loaders.loaderFor(Digest.of(new byte[1])))
        .isInstanceOf(CodeUnavailableException.class)
        .hasMessageContaining("another manifest");
  }

  @Test
  void definesOneClassFromManyThreads() throws Exception {
    Manifest manifest = Drivers.seal(driver, program(folder, COMPUTED));
    List<Class<?>> seen = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      threads.add(new Thread(() -> record(manifest, seen)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(seen).hasSize(8).containsOnly(seen.get(0));
    assertThat(requests.found).containsExactly("user.Plugin");
  }

  private void record(Manifest manifest, List<Class<?>> seen) {
    try {
      Class<?> plugin = worker.loaderFor(manifest.id()).loadClass("user.Plugin");
      synchronized (seen) {
        seen.add(plugin);
      }
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
