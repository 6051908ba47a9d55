package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.PreparationException;
import dev.entourage.spi.ClassBytesSource;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureTest {

  @TempDir private Path folder;
  @TempDir private Path second;

  private static Class<?> point(Path folder, String field) throws Exception {
    return new Sources()
        .add("user.Point", "package user; public class Point { " + field + " }")
        .compile(folder)
        .loadClass("user.Point");
  }

  private static Preparer with(ClassBytesSource source) {
    return Drivers.with(options(source));
  }

  private static PreparerOptions options(ClassBytesSource source) {
    return new PreparerOptions(
        false, Set.of(), Set.of(), Set.of(), List.of(), List.of(source), List.of());
  }

  @Test
  void namesClassLoaderAndFixWhenThereAreNoBytes() throws Exception {
    Class<?> point = point(folder, "int x;");
    ((URLClassLoader) point.getClassLoader()).close();
    assertThatThrownBy(() -> Drivers.seal(Drivers.bare(), point))
        .isInstanceOf(PreparationException.class)
        .hasMessageContaining("class=user.Point")
        .hasMessageContaining("loader=" + point.getClassLoader())
        .hasMessageContaining("ClassBytesSource")
        .hasMessageContaining("-javaagent:")
        .hasMessageContaining("this test has none");
  }

  // D30
  @Test
  void asksTheUsersSourcesAfterTheLoader() throws Exception {
    Class<?> point = point(folder, "int x;");
    byte[] bytes = Files.readAllBytes(folder.resolve("user/Point.class"));
    ((URLClassLoader) point.getClassLoader()).close();
    Manifest manifest = Drivers.seal(with(type -> Optional.of(bytes)), point);
    assertThat(manifest.entries().get(0).hash()).isEqualTo(Digest.of(bytes));
  }

  @Test
  void refusesBytesWhoseFieldsAreNotTheLiveOnes() throws Exception {
    Class<?> point = point(folder, "int x;");
    point(folder, "int x; int y;");
    assertThatThrownBy(() -> Drivers.seal(Drivers.bare(), point))
        .isInstanceOf(PreparationException.class)
        .hasMessageContaining("fields differ: class=user.Point");
  }

  /** Somebody has compiled the folder anew, or an agent has changed the class. */
  @Test
  void refusesBytesWhoseConstantsAreNotTheLiveOnes() throws Exception {
    Class<?> point = point(folder, "int x; int go() { return x; }");
    point(folder, "int x; int go() { return Math.abs(x); }");
    assertThatThrownBy(() -> Drivers.seal(Drivers.bare(), point))
        .isInstanceOf(PreparationException.class)
        .hasMessageContaining("code was changed")
        .hasMessageContaining("class=user.Point");
  }

  /** The JVM adds methods that throw, and constants for them, where an interface's are missing. */
  @Test
  void takesClassesThatTheJvmHasCompleted() throws Exception {
    String abstractPoint = "package user; public abstract class Part implements Callable2 {}";
    Class<?> part =
        new Sources()
            .add(
                "user.Callable2",
                "package user; interface Callable2 { int first(); int second(); }")
            .add("user.Part", abstractPoint)
            .add("user.All", "package user; interface All extends Callable2 { int second(); }")
            .compile(folder)
            .loadClass("user.Part");
    Class.forName("user.Part", true, part.getClassLoader());
    byte[] bytes = Files.readAllBytes(folder.resolve("user/Part.class"));
    assertThat(Drivers.seal(Drivers.bare(), part).entries())
        .anyMatch(entry -> entry.hash().equals(Digest.of(bytes)));
  }

  @Test
  void takesEventsOfTheFlightRecorderWhichChangesThem() throws Exception {
    Class<?> event =
        new Sources()
            .add(
                "user.Happened",
                "package user; public class Happened extends jdk.jfr.Event { int x; }")
            .compile(folder)
            .loadClass("user.Happened");
    event.getDeclaredConstructor().newInstance();
    assertThat(event.getDeclaredFields()).hasSizeGreaterThan(1);
    byte[] bytes = Files.readAllBytes(folder.resolve("user/Happened.class"));

    Manifest manifest = Drivers.seal(Drivers.bare(), event);
    assertThat(manifest.entries().get(0).hash()).isEqualTo(Digest.of(bytes));
  }

  @Test
  void takesTheSourcesBytesWhenTheLoadersAreNotTheLiveOnes() throws Exception {
    Class<?> point = point(folder, "int x;");
    byte[] live = Files.readAllBytes(folder.resolve("user/Point.class"));
    point(folder, "int x; int y;");
    Manifest manifest = Drivers.seal(with(type -> Optional.of(live)), point);
    assertThat(manifest.entries().get(0).hash()).isEqualTo(Digest.of(live));
  }

  @Test
  void asksNobodyElseForWhatTheLoaderGivesAway() throws Exception {
    Class<?> point = point(folder, "int x;");
    FakeAgent agent = new FakeAgent(null);
    Preparer driver =
        Drivers.with(
            options(
                type -> {
                  throw new AssertionError("asked for " + type);
                }),
            agent);
    assertThat(Drivers.seal(driver, point).entries()).hasSize(1);
    assertThat(agent.reasons).isEmpty();
  }

  // D30
  @Test
  void startsTheAgentForWhatNobodyElseHas() throws Exception {
    Class<?> point = point(folder, "int x;");
    byte[] bytes = Files.readAllBytes(folder.resolve("user/Point.class"));
    ((URLClassLoader) point.getClassLoader()).close();
    FakeAgent agent = new FakeAgent(bytes);
    Manifest manifest = Drivers.seal(Drivers.with(PreparerOptions.bare(), agent), point);
    assertThat(manifest.entries().get(0).hash()).isEqualTo(Digest.of(bytes));
    assertThat(agent.reasons).hasSize(1);
    assertThat(agent.reasons.get(0))
        .contains("doesn't give its class file away: class=user.Point, loader=");
  }

  @Test
  void takesTheAgentsBytesWhenAllOthersAreNotTheLiveOnes() throws Exception {
    Class<?> point = point(folder, "int x;");
    byte[] live = Files.readAllBytes(folder.resolve("user/Point.class"));
    point(folder, "int x; int y;");
    byte[] other = Files.readAllBytes(folder.resolve("user/Point.class"));
    FakeAgent agent = new FakeAgent(live);
    Preparer driver = Drivers.with(options(type -> Optional.of(other)), agent);
    Manifest manifest = Drivers.seal(driver, point);
    assertThat(manifest.entries().get(0).hash()).isEqualTo(Digest.of(live));
    assertThat(agent.reasons.get(0)).contains("fields differ: class=user.Point");
  }

  @Test
  void refusesTheAgentsBytesWhenTheyAreNotTheLiveOnes() throws Exception {
    Class<?> point = point(folder, "int x;");
    point(folder, "int x; int y;");
    byte[] other = Files.readAllBytes(folder.resolve("user/Point.class"));
    Preparer driver = Drivers.with(PreparerOptions.bare(), new FakeAgent(other));
    assertThatThrownBy(() -> Drivers.seal(driver, point))
        .isInstanceOf(PreparationException.class)
        .hasMessageContaining("fields differ: class=user.Point")
        .hasMessageContaining("our agent doesn't know it either");
  }

  @Test
  void refusesBrokenBytes() throws Exception {
    Class<?> point = point(folder, "int x;");
    Files.write(folder.resolve("user/Point.class"), new byte[] {1, 2, 3, 4});
    assertThatThrownBy(() -> Drivers.seal(Drivers.bare(), point))
        .isInstanceOf(PreparationException.class)
        .hasMessageContaining("broken: class=user.Point");
  }

  @Test
  void prefersTheLoadersOwnFileOverItsParents() throws Exception {
    point(folder, "int x;");
    point(second, "long x;");
    URLClassLoader parent = Sources.loader(folder);
    try (ChildFirst child = new ChildFirst(second, parent)) {
      Manifest manifest = Drivers.seal(Drivers.bare(), child.loadClass("user.Point"));
      byte[] own = Files.readAllBytes(second.resolve("user/Point.class"));
      assertThat(manifest.entries().get(0).hash()).isEqualTo(Digest.of(own));
    }
  }

  @Test
  void refusesOneNameFromTwoLoaders() throws Exception {
    Class<?> one = point(folder, "int x;");
    Class<?> two = point(second, "int x;");
    Preparer driver = Drivers.bare();
    assertThatThrownBy(() -> Drivers.seal(driver, one, two))
        .isInstanceOf(PreparationException.class)
        .hasMessageContaining("class=user.Point")
        .hasMessageContaining(folder.toString())
        .hasMessageContaining(second.toString());
  }

  @Test
  void takesArraysApartAndLeavesHiddenClassesOut() throws Exception {
    Class<?> points = point(folder, "int x;").arrayType().arrayType();
    Runnable lambda = () -> {};
    Manifest manifest = Drivers.seal(Drivers.bare(), points, lambda.getClass(), int[][].class);
    assertThat(manifest.entries()).extracting(Manifest.Entry::name).containsExactly("user.Point");
  }

  /** Knows one class file once it is started, and remembers why it was. */
  private static final class FakeAgent implements Agent {

    private final byte[] file;
    private final List<String> reasons = new ArrayList<>();

    FakeAgent(byte[] file) {
      this.file = file;
    }

    @Override
    public Optional<byte[]> classFile(Class<?> type) {
      return reasons.isEmpty() ? Optional.empty() : Optional.of(file);
    }

    @Override
    public Optional<String> start(String reason) {
      reasons.add(reason);
      return Optional.empty();
    }

    @Override
    public Optional<String> startBehindAll(Class<?> type, String reason) {
      return Optional.empty();
    }
  }

  private static final class ChildFirst extends URLClassLoader {

    ChildFirst(Path folder, ClassLoader parent) throws IOException {
      super(new java.net.URL[] {folder.toUri().toURL()}, parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null
          ? loaded
          : name.startsWith("user.") ? findClass(name) : super.loadClass(name, resolve);
    }
  }
}
