package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultLoaderTest {

  @TempDir private Path folder;

  private Preparer driver;
  private Class<?> main;
  private Manifest manifest;
  private ClassLoader results;

  @BeforeEach
  void seal() throws Exception {
    driver = Drivers.bare();
    main =
        new Sources()
            .add("user.Main", "package user; public class Main { Document d; java.awt.Point p; }")
            .add("user.Document", "package user; public record Document(String text) {}")
            .add("user.Late", "package user; public class Late {}")
            .compile(folder)
            .loadClass("user.Main");
    manifest = Drivers.seal(driver, main);
    results = driver.library().results(manifest.id());
  }

  // A3
  @Test
  void findsTheDriversOwnClasses() throws Exception {
    Class<?> document = Class.forName("user.Document", false, main.getClassLoader());
    assertThat(results.loadClass("user.Document")).isSameAs(document);
    assertThat(Class.forName("[Luser.Document;", false, results)).isSameAs(document.arrayType());
    assertThat(driver.library().results(manifest.id())).isSameAs(results);
  }

  @Test
  void findsWhatAWorkerFoundLazily() throws Exception {
    assertThatThrownBy(() -> results.loadClass("user.Late"))
        .isInstanceOf(ClassNotFoundException.class);
    assertThat(driver.library().find(manifest.id(), "user.Late")).isPresent();
    assertThat(results.loadClass("user.Late"))
        .isSameAs(main.getClassLoader().loadClass("user.Late"));
  }

  @Test
  void findsWhatAnotherTaskOfTheSameProgramBrought() throws Exception {
    Class<?> late = main.getClassLoader().loadClass("user.Late");
    assertThatThrownBy(() -> results.loadClass("user.Late"))
        .isInstanceOf(ClassNotFoundException.class);
    Drivers.seal(driver, late);
    assertThat(results.loadClass("user.Late")).isSameAs(late);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.String",
        "java.util.ImmutableCollections$ListN",
        "java.util.concurrent.ConcurrentHashMap",
        "java.time.Instant",
        "java.sql.Timestamp",
        "javax.crypto.BadPaddingException",
        "java.awt.Point",
        "dev.entourage.spi.NodeTable"
      })
  void findsDataErrorsAndWhatTheTaskMentions(String name) throws Exception {
    assertThat(results.loadClass(name)).isEqualTo(Class.forName(name));
  }

  /** Each Java has another package for them, and no code mentions it. */
  @ParameterizedTest
  @ValueSource(strings = {"L64X128MixRandom", "Xoshiro256PlusPlus"})
  void findsGeneratorsOfRandomNumbers(String algorithm) throws Exception {
    Class<?> type = RandomGenerator.of(algorithm).getClass();
    assertThat(results.loadClass(type.getName())).isSameAs(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.Thread",
        "java.lang.ProcessBuilder",
        "java.net.URLClassLoader",
        "java.awt.Robot",
        "javax.management.MBeanServer",
        "org.junit.jupiter.api.Test",
        "dev.entourage.preparer.Preparer",
        "user.Nobody"
      })
  void refusesWhatHasNothingToDoWithTheTask(String name) {
    assertThatThrownBy(() -> results.loadClass(name))
        .isInstanceOf(ClassNotFoundException.class)
        .hasMessageContaining(name + " has nothing to do with the task");
  }

  // A9
  @Test
  void theSameFilesInTwoLoadersComeHomeAsTheirOwn() throws Exception {
    Class<?> twin = Sources.loader(folder).loadClass("user.Main");
    Manifest other = Drivers.seal(driver, twin);
    assertThat(other.id()).isNotEqualTo(manifest.id());
    assertThat(driver.library().results(other.id()).loadClass("user.Main")).isSameAs(twin);
    assertThat(results.loadClass("user.Main")).isSameAs(main);
  }

  @Test
  void findsInheritedClassesThatTheTasksLibrariesLeadTo(@TempDir Path other) throws Exception {
    new Sources()
        .add("user.Uses", "package user; class Uses { org.junit.jupiter.api.Test test; }")
        .compile(other);
    URL[] urls = {other.toUri().toURL()};
    Class<?> uses = new URLClassLoader(urls).loadClass("user.Uses");
    Preparer inheriting = Drivers.with(Drivers.options(true, Set.of(), Set.of()));
    Manifest task = Drivers.seal(inheriting, uses);
    assertThat(task.entries()).hasSize(1);
    ClassLoader loader = inheriting.library().results(task.id());
    for (String name :
        List.of(
            // Mentioned, of the same jar, of a jar that this one mentions, an error of any jar.
            "org.junit.jupiter.api.Test",
            "org.junit.jupiter.api.Assertions",
            "org.junit.platform.commons.util.ReflectionUtils",
            "org.assertj.core.error.AssertJMultipleFailuresError")) {
      assertThat(loader.loadClass(name)).isSameAs(Class.forName(name));
    }
    assertThatThrownBy(() -> loader.loadClass("org.assertj.core.api.Assertions"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void findsWhatTheOptionsSayIsThere() throws Exception {
    Preparer choosing = Drivers.with(Drivers.options(true, Set.of(), Set.of("org.assertj.core")));
    Manifest task = Drivers.seal(choosing, net.jqwik.api.Arbitrary.class);
    ClassLoader loader = choosing.library().results(task.id());
    assertThat(loader.loadClass("org.assertj.core.api.Assertions")).isNotNull();
  }
}
