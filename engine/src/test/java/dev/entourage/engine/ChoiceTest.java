package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.ConfigurationException;
import dev.entourage.backend.kryo.KryoBackend;
import dev.entourage.spi.Marshaller;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.SerializationBackend;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceTest {

  private record Fake(String id, List<String> jvmOptions) implements SerializationBackend {
    Fake(String id) {
      this(id, List.of());
    }

    @Override
    public Marshaller marshaller(NormalForm normalForm) {
      throw new AssertionError("Nothing is encoded here");
    }

    @Override
    public List<Class<?>> libraries() {
      return List.of();
    }
  }

  @Test
  void prefersKryo() {
    List<SerializationBackend> found = List.of(new Fake("other"), new Fake("kryo"));
    assertThat(Choice.backend(found, Optional.empty()).id()).isEqualTo("kryo");
  }

  @Test
  void takesTheOnlyBackend() {
    assertThat(Choice.backend(List.of(new Fake("other")), Optional.empty()).id())
        .isEqualTo("other");
  }

  @Test
  void rejectsDuplicateBackendIds() {
    List<SerializationBackend> found = List.of(new Fake("a"), new Fake("a"));
    assertThatThrownBy(() -> Choice.backend(found, Optional.of("a")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("a (" + Fake.class.getName() + ")");
  }

  @Test
  void tellsADriverTheOptionsThatItsBackendMisses() {
    String first = "--add-opens=java.base/java.lang=ALL-UNNAMED";
    String second = "--add-opens=java.base/java.util=ALL-UNNAMED";
    Fake demanding = new Fake("a", List.of(first, second));

    assertThatThrownBy(() -> Choice.requireOptions(demanding, List.of("-Xmx1g")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("java " + first + " " + second + " …");
    assertThatThrownBy(() -> Choice.requireOptions(demanding, List.of(first)))
        .hasMessageContaining("missing=[" + second + "]");
    assertThatCode(() -> Choice.requireOptions(demanding, List.of(second, first)))
        .doesNotThrowAnyException();
  }

  @Test
  void namesTheDependencyWhenThereIsNoBackend() {
    assertThatThrownBy(() -> Choice.backend(List.of(), Optional.empty()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "The backend must be there: backend=kryo, found=[]. Depend on"
                + " dev.entourage:entourage-backend-kryo.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kryo", "fst", "protostuff", "fory"})
  void namesTheDependencyOfEachBackendOfOurs(String id) {
    List<SerializationBackend> found = List.of(new Fake("a"), new Fake("b"));
    assertThatThrownBy(() -> Choice.backend(found, Optional.of(id)))
        .hasMessageContaining("found=[a, b]")
        .hasMessageContaining("Depend on dev.entourage:entourage-backend-" + id + ",");
  }

  @Test
  void listsOurBackendsForAnIdThatNobodyKnows() {
    assertThatThrownBy(() -> Choice.backend(List.of(new Fake("a")), Optional.of("kyro")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("backend=kyro, found=[a]")
        .hasMessageContaining("Ours are [fory, fst, kryo, protostuff]")
        .hasMessageNotContaining("entourage-backend-kyro");
  }

  /** A provider whose library is missing. */
  public static final class Lacking implements SerializationBackend {

    public Lacking() {
      throw new NoClassDefFoundError("some/library/Type");
    }

    @Override
    public String id() {
      return "lacking";
    }

    @Override
    public Marshaller marshaller(NormalForm normalForm) {
      throw new AssertionError("Nothing is encoded here");
    }

    @Override
    public List<Class<?>> libraries() {
      return List.of();
    }
  }

  @Test
  void saysWhichProviderCannotBeLoaded(@TempDir Path folder) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(SerializationBackend.class.getName()), Lacking.class.getName());
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      Thread.currentThread().setContextClassLoader(loader);
      assertThatThrownBy(() -> Choice.backend(Optional.empty()))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("service=" + SerializationBackend.class.getName())
          .hasMessageContaining(Lacking.class.getName())
          .hasMessageContaining("Add what it lacks to the path");
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  /** As in tests of Quarkus: the loader that threads have shows our jars once more. */
  @Test
  void leavesTheProvidersOfAnotherCopyAlone(@TempDir Path folder) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(SerializationBackend.class.getName()), KryoBackend.class.getName());
    URL[] copy = {folder.toUri().toURL(), jar(SerializationBackend.class), jar(KryoBackend.class)};
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(copy, ClassLoader.getPlatformClassLoader())) {
      Thread.currentThread().setContextClassLoader(loader);
      assertThat(Choice.backend(Optional.empty())).isExactlyInstanceOf(KryoBackend.class);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static URL jar(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  @Test
  void namesTheDependencyOfAMissingTransport() {
    assertThatThrownBy(() -> Choice.transport(List.of(), "cluster"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("found=[]")
        .hasMessageContaining("dev.entourage:entourage-transport-vertx");
  }

  @Test
  void rejectsUnknownOptions() {
    assertThatThrownBy(() -> Choice.requireKnown(Set.of("max", "min"), new MemoryTransport()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("unknown=[min]")
        .hasMessageContaining("known=[code, max]");
  }

  @Test
  void refusesLimitsThatAreNone() {
    assertThatThrownBy(() -> new PoolBuilder().timeout(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("timeout=PT0S");
    assertThatThrownBy(() -> new PoolBuilder().attempts(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("attempts=0");
  }
}
