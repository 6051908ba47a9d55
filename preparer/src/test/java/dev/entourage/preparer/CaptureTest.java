package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.PreparationException;
import dev.entourage.spi.ClassBytesSource;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
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
    return Drivers.with(
        new PreparerOptions(false, Set.of(), Set.of(), List.of(), List.of(source), List.of()));
  }

  @Test
  void namesClassLoaderAndFixWhenThereAreNoBytes() throws Exception {
    Class<?> point = point(folder, "int x;");
    ((URLClassLoader) point.getClassLoader()).close();
    assertThatThrownBy(() -> Drivers.seal(Drivers.bare(), point))
        .isInstanceOf(PreparationException.class)
        .hasMessageContaining("class=user.Point")
        .hasMessageContaining("loader=" + point.getClassLoader())
        .hasMessageContaining("ClassBytesSource");
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
