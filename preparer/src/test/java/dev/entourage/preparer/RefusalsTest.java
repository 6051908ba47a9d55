package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.PreparationException;
import dev.entourage.RemoteCallable;
import java.io.ByteArrayInputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TreeMap;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C26. */
class RefusalsTest {

  /** A task's state, with something in it that can't travel. */
  static final class Cache {
    Object held;
    Map<String, Object> map = new HashMap<>();
    List<Object> list = new ArrayList<>();

    Cache(Object held) {
      this.held = held;
    }

    RemoteCallable<Object> task() {
      return () -> held;
    }
  }

  private static PreparationException refused(Object root) {
    return org.assertj.core.api.Assertions.catchThrowableOfType(
        PreparationException.class, () -> Travel.copy(root));
  }

  @Test // C26
  void namesLambdaFieldsAndClassOnThePath() {
    PreparationException e = refused(new Cache(new Socket()).task());
    assertThat(e.path())
        .matches("lambda at RefusalsTest\\.java:\\d+ → this → held → java\\.net\\.Socket");
    assertThat(e)
        .hasMessageStartingWith(e.path() + " can't travel: ")
        .hasMessageContaining("connect inside the task");
  }

  @Test // C26
  void namesKeysAndIndicesOnThePath() {
    Cache cache = new Cache(null);
    cache.map.put("k", new Object[] {null, List.of(1, new Thread())});
    assertThat(refused(cache).path())
        .endsWith("RefusalsTest$Cache → map → [k] → [1] → [1] → java.lang.Thread");
  }

  @Test // C26
  void leavesOutTheMiddleOfAPathThroughALongChain() {
    Cache first = new Cache(new Socket());
    for (int i = 0; i < 1000; i++) {
      first = new Cache(first);
    }
    assertThat(refused(first).path())
        .contains("→ held → held → … 977 more … → held → held →")
        .endsWith("→ held → java.net.Socket")
        .hasSizeLessThan(400);
  }

  @Test // C26
  void namesKeysOfImmutableMapsOnThePath() {
    Object cache = Map.of(7, List.of(new Thread()));
    assertThat(refused(new Object[] {cache}).path())
        .endsWith("java.lang.Object[] → [0] → [7] → [0] → java.lang.Thread");
  }

  @Test // C26
  void refusesWhatBelongsToItsJvm(@TempDir Path folder) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    Timer timer = new Timer(true);
    Path file = Files.createFile(folder.resolve("f"));
    try (ServerSocket server = new ServerSocket();
        FileChannel channel = FileChannel.open(file);
        var in = Files.newInputStream(file);
        var out = Files.newOutputStream(file);
        var reader = Files.newBufferedReader(file);
        var writer = Files.newBufferedWriter(file)) {
      Object[] all = {
        Thread.currentThread(),
        new InheritableThreadLocal<>(),
        server,
        channel,
        in,
        out,
        reader,
        writer,
        new java.io.PushbackInputStream(new ByteArrayInputStream(new byte[1])),
        getClass().getClassLoader(),
        ByteBuffer.allocateDirect(1),
        ByteBuffer.allocateDirect(1).asIntBuffer(),
        java.lang.ref.Cleaner.create(),
        new java.lang.ref.WeakReference<>(""),
        pool,
        timer,
        ProcessHandle.current(),
        new java.util.concurrent.CompletableFuture<>(),
        List.of(1).stream(),
        List.of(1).iterator(),
        Object.class.getModule(),
      };
      for (Object one : all) {
        PreparationException e = refused(new Cache(one));
        assertThat(e).as("refusal of %s", one.getClass()).isNotNull();
        assertThat(e.path()).contains("Cache → held → " + one.getClass().getTypeName());
      }
    } finally {
      pool.shutdownNow();
      timer.cancel();
    }
  }

  @Test // C26
  void refusesALockThatIsHeld() {
    ReentrantLock lock = new ReentrantLock();
    lock.lock();
    try {
      assertThat(refused(new Cache(lock))).hasMessageContaining("after releasing it");
    } finally {
      lock.unlock();
    }
    assertThat(Travel.copy(lock).isLocked()).isFalse();
  }

  @Test // C26
  void refusesSubclassesOfWhatCantTravel() {
    class MyThread extends Thread {}
    class MyStream extends java.io.FilterInputStream {
      MyStream() {
        super(new ByteArrayInputStream(new byte[0]));
      }
    }
    assertThat(refused(new Cache(new MyThread())).path()).endsWith("MyThread");
    assertThat(refused(new Cache(new MyStream())))
        .hasMessageContaining("it extends java.io.FilterInputStream");
  }

  @Test
  void refusesMemorySegmentsWhereTheJavaHasThem() throws Exception {
    Class<?> type;
    try {
      type = Class.forName("java.lang.foreign.MemorySegment");
    } catch (ClassNotFoundException e) {
      return;
    }
    org.junit.jupiter.api.Assumptions.assumeTrue(Runtime.version().feature() >= 22);
    Object segment = type.getMethod("ofArray", byte[].class).invoke(null, new byte[1]);
    assertThat(refused(new Cache(segment))).hasMessageContaining("byte[]");
  }

  @Test // C21
  void initialisesNothing() {
    Worlds worlds =
        Worlds.of(
            """
            class Case {
              static class Lazy { static { System.setProperty("lazy.initialised", "yes"); } static int x = 1; }
              Class<?> type = Lazy.class; Lazy none;
              static Object make() { return new Case(); }
            }
            """);
    Travel.codec(getClass().getClassLoader()).encode(Travel.make(worlds.driver()));
    assertThat(System.getProperty("lazy.initialised")).isNull();
  }

  @Test
  void saysWhatToDoAboutFieldsOfClassesThatAreNotHere() throws Exception {
    Map<String, byte[]> classes =
        Worlds.of("public class Holder { Missing held; static class Missing {} }").classes();
    classes.remove("Holder$Missing");
    Class<?> holder = new Worlds.World(classes).loadClass("Holder");
    assertThat(refused(new Cache(holder.getConstructor().newInstance())))
        .hasMessageContaining("held → Holder")
        .hasMessageContaining("NoClassDefFoundError: Holder$Missing")
        .hasMessageContaining("add the library that has it to the class path");
  }

  @Test
  void saysWhyACustomSerializationFailed() {
    class Broken implements java.io.Serializable {
      private void writeObject(java.io.ObjectOutputStream out) {
        throw new IllegalStateException("not today");
      }
    }
    assertThatThrownBy(() -> Travel.copy(new Cache(new Broken())))
        .isInstanceOf(PreparationException.class)
        .hasMessageContaining("not today")
        .hasMessageContaining("held");
  }

  @Test // C18: before anything is sent, not where it is read
  void refusesWhatCouldOnlyBeWritten() {
    class NeedsArgument {
      NeedsArgument(int x) {}
    }
    class Custom extends NeedsArgument implements java.io.Serializable {
      Custom() {
        super(1);
      }

      private void readObject(java.io.ObjectInputStream in) {}
    }
    assertThat(refused(new Cache(new Custom())))
        .hasMessageContaining("needs a constructor without arguments");
  }

  @Test
  void namesFieldsOfClassesThatSerializeThemselves() {
    class Mine extends ArrayList<Object> {
      Object client = new Socket();
    }
    assertThat(refused(new Cache(new Mine())).path()).endsWith("held → client → java.net.Socket");
  }

  @Test
  void takesLoggersByName() {
    var logger = java.util.logging.Logger.getLogger("some.name");
    assertThat(Travel.<Object>copy(logger)).isSameAs(logger);
  }

  @Test
  void readsNoSerialFormsOfModulesWhoseClassesAct() {
    assertThat(refused(new Cache(new javax.management.BadAttributeValueExpException("x"))))
        .hasMessageContaining("no serial form");
  }

  @Test
  void saysHowToCopyAView() {
    assertThat(Refusals.jdk(new TreeMap<>().keySet().getClass())).contains("new ArrayList<>(view)");
    assertThat(Refusals.jdk(new TreeMap<>().descendingMap().getClass()))
        .contains("new LinkedHashMap<>(view)");
  }

  @Test
  void callsNoQueueAView() {
    assertThat(refused(new Cache(new DelayQueue<>())))
        .hasMessageContaining("DelayQueue")
        .hasMessageContaining("no serial form")
        .hasMessageNotContaining("view");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.google.inject.Injector",
        "io.micronaut.context.BeanLocator",
        "jakarta.enterprise.inject.spi.BeanManager",
        "org.springframework.context.ApplicationContext"
      })
  void namesContainersOfBeansBeforeWhatIsInThem(String container, @TempDir Path folder)
      throws Exception {
    int dot = container.lastIndexOf('.');
    Sources sources =
        new Sources()
            .add(
                container,
                "package %s; public interface %s {}"
                    .formatted(container.substring(0, dot), container.substring(dot + 1)))
            .add(
                "app.Context",
                "package app; public class Context implements %s {".formatted(container)
                    + " ClassLoader loader = getClass().getClassLoader(); }");
    try (URLClassLoader loader = sources.compile(folder)) {
      Object context = loader.loadClass("app.Context").getDeclaredConstructor().newInstance();
      PreparationException e = refused(new Cache(context));
      assertThat(e.path()).endsWith("held → app.Context");
      assertThat(e).hasMessageContaining("send the beans that the task needs");
    }
  }
}
