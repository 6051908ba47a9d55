package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.preparer.Travel.ArraysMarshaller;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task's whole way through both halves, and its result's way home, in one JVM. */
class RoundTripTest {

  @TempDir private Path folder;

  private final Preparer driver = new Preparer(PreparerOptions.bare());
  private final LocalRequests requests = new LocalRequests(driver.library());
  private final SessionLoaders worker =
      new SessionLoaders(requests, SessionLoaders.platformAndApi());
  private final Codec encoder =
      new Codec(new ArraysMarshaller(driver.normalForm()), driver.normalForm());
  private Class<?> program;

  @BeforeEach
  void compile() throws Exception {
    program =
        new Sources()
            .add(
                "user.Program",
                "package user; import dev.entourage.*; import java.util.*; public class Program {"
                    + " record Hit(String id, int rank, Kind kind) {}"
                    + " enum Kind { GOOD { int sign() { return 1; } }; abstract int sign(); }"
                    + " static class Counter { int value = 1; final int by; Counter(int by) {"
                    + " this.by = by; } int next() { return value++ * by; } }"
                    + " static RemoteCallable<List<Hit>> hits(int by) { Counter c = new Counter(by);"
                    + " return () -> List.of(new Hit(\"a\", c.next(), Kind.GOOD)); }"
                    + " static RemoteCallable<Object> lambda() {"
                    + " int x = 20; return () -> (RemoteCallable<Integer>) () -> x + 1; }"
                    + " static RemoteCallable<Object> failure() { return () -> new Oops(\"no\"); }"
                    + " static class Oops extends Exception { Oops(String m) { super(m); } }"
                    + " static RemoteCallable<Object> type() {"
                    + " return () -> Class.forName(\"user.Hid\" + \"den\"); } }")
            .add("user.Hidden", "package user; public class Hidden {}")
            .compile(folder)
            .loadClass("user.Program");
  }

  private Object task(String factory, Object... arguments) throws Exception {
    var method =
        List.of(program.getDeclaredMethods()).stream()
            .filter(candidate -> candidate.getName().equals(factory))
            .findFirst()
            .orElseThrow();
    method.setAccessible(true);
    return method.invoke(null, arguments);
  }

  /** What the driver, the worker and the driver again do with a task. */
  private Object run(Object task) throws Exception {
    PreparedTask prepared = driver.prepare(task);
    Codec.Encoded encoded = encoder.encode(prepared);
    Manifest manifest = driver.seal(prepared, encoded.classes());
    ByteBuffer result = onWorker(manifest.id(), encoded.bytes());
    return Travel.codec(driver.library().results(manifest.id())).decode(result);
  }

  private ByteBuffer onWorker(Digest manifest, ByteBuffer bytes) throws Exception {
    ClassLoader loader = worker.loaderFor(manifest);
    Codec codec = Travel.codec(loader);
    Object task = codec.decode(bytes);
    assertThat(task.getClass().getClassLoader()).isSameAs(loader);
    return codec.encode(((Callable<?>) task).call());
  }

  private Class<?> users(String name) throws Exception {
    return program.getClassLoader().loadClass("user.Program$" + name);
  }

  // A1, A3, A11
  @Test
  void resultsComeHomeAsTheDriversOwnClasses() throws Exception {
    List<?> hits = (List<?>) run(task("hits", 3));
    assertThat(hits).hasSize(1);
    assertThat(hits.get(0).getClass()).isSameAs(users("Hit"));
    assertThat(hits.get(0)).hasToString("Hit[id=a, rank=3, kind=GOOD]");
    var kind = users("Hit").getDeclaredMethod("kind");
    kind.setAccessible(true);
    assertThat(kind.invoke(hits.get(0))).isSameAs(users("Kind").getEnumConstants()[0]);
  }

  // A4, C22
  @Test
  void stateTravelsOutAndStaysUnchangedHere() throws Exception {
    Object task = task("hits", 5);
    assertThat(run(task)).hasToString("[Hit[id=a, rank=5, kind=GOOD]]");
    assertThat(run(task)).hasToString("[Hit[id=a, rank=5, kind=GOOD]]");
    assertThat(requests.messages).hasSize(1);
    assertThat(requests.found).isEmpty();
  }

  @Test
  void lambdasComeHome() throws Exception {
    assertThat(((Callable<?>) run(task("lambda"))).call()).isEqualTo(21);
  }

  // E37
  @Test
  void exceptionsComeHomeAsThemselves() throws Exception {
    Object thrown = run(task("failure"));
    assertThat(thrown).isExactlyInstanceOf(users("Oops").asSubclass(Exception.class));
    assertThat((Exception) thrown).hasMessage("no");
  }

  // D32
  @Test
  void classesFoundLazilyComeHome() throws Exception {
    Class<?> hidden = (Class<?>) run(task("type"));
    assertThat(hidden).isSameAs(program.getClassLoader().loadClass("user.Hidden"));
    run(task("type"));
    assertThat(requests.found).containsExactly("user.Hidden");
  }
}
