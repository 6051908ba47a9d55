package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.ConfigurationException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverridesTest {

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  @BeforeEach
  void beAnApplication() {
    Thread.currentThread().setContextClassLoader(ClassLoader.getSystemClassLoader());
  }

  @AfterEach
  void restore() {
    Thread.currentThread().setContextClassLoader(before);
  }

  private static JarSplit split(Set<String> byValue, Set<String> byReference) {
    return new JarSplit(ClassPathJars.ofThisJvm(), true, new Overrides(byValue, byReference));
  }

  @ParameterizedTest
  @ValueSource(strings = {"org.junit.*", "", "org..junit", "9lives", "a b"})
  void refusesWhatIsNoName(String name) {
    assertThatThrownBy(() -> split(Set.of(name), Set.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("byValue(\"" + name + "\")")
        .hasMessageContaining("which stands for those below it");
    assertThatThrownBy(() -> split(Set.of(), Set.of(name)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("byReference(\"" + name + "\")");
  }

  @ParameterizedTest
  @CsvSource({
    "nowhere.jar, no jar of the class path or module path is called so",
    "lib/nowhere.jar, no jar of the class path or module path is called so",
    "java.util, part of the JDK",
    "java.sql, part of the JDK",
    "org.nowhere, nothing on the class path or module path is called so"
  })
  void refusesToShipWhatIsUnknownOrEverywhere(String name, String why) {
    assertThatThrownBy(() -> split(Set.of(name), Set.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("byValue(\"" + name + "\")")
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"org.nowhere", "dev.entourage.preparer"})
  void refusesToLetStayWhatNoJarHas(String name) {
    assertThatThrownBy(() -> split(Set.of(), Set.of(name)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("the workers don't have it");
  }

  @Test
  void refusesContradictions() {
    assertThatThrownBy(() -> split(Set.of("org.assertj"), Set.of("org.assertj")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("the other option names it, too");
    assertThatThrownBy(() -> split(Set.of("org.assertj.core.api"), Set.of("org.assertj")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("A jar goes one way")
        .hasMessageContaining("byValue(\"org.assertj.core.api\")")
        .hasMessageContaining("byReference(\"org.assertj\")");
  }

  @Test
  void takesWhatIsThere() {
    assertThatCode(
            () ->
                split(
                    Set.of("org.assertj", "dev.entourage", "dev.entourage.preparer"),
                    Set.of("org.opentest4j", "java.sql")))
        .doesNotThrowAnyException();
  }

  @Test
  void namesThatOnlyAnotherLoaderMayKnowAreTaken() {
    Thread.currentThread().setContextClassLoader(new PlatformAndApiLoader());
    assertThatCode(() -> split(Set.of("org.nowhere"), Set.of())).doesNotThrowAnyException();
  }
}
