package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.CallOptions;
import dev.entourage.ConfigurationException;
import dev.entourage.spi.Marshaller;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.SerializationBackend;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChoiceTest {

  private record Fake(String id) implements SerializationBackend {
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
  void namesTheDependencyOfAMissingBackend() {
    List<SerializationBackend> found = List.of(new Fake("a"), new Fake("b"));
    assertThatThrownBy(() -> Choice.backend(found, Optional.of("protostuff")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("found=[a, b]")
        .hasMessageContaining("dev.entourage:entourage-backend-protostuff");
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
        .hasMessageContaining("known=[max]");
  }

  @Test
  void refusesWhatItCannotHonour() {
    CallOptions timed = CallOptions.defaults().withTimeout(Duration.ofSeconds(1));
    assertThatThrownBy(() -> Require.honoured(timed))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("CallOptions.timeout");
    assertThatThrownBy(() -> new PoolBuilder().timeout(Duration.ofSeconds(1)))
        .hasMessageContaining("Builder.timeout");
    assertThatThrownBy(() -> new PoolBuilder().attempts(2))
        .hasMessageContaining("Builder.attempts");
  }
}
