package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.ConfigurationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DepthTest {

  private static final String PROPERTY = "entourage.depth";

  @AfterEach
  void forget() {
    System.clearProperty(PROPERTY);
  }

  @Test
  void tellsEachLevelOfWorkersItsOwn() {
    assertThat(Depth.option()).isEqualTo("-Dentourage.depth=1");
    System.setProperty(PROPERTY, "3");
    assertThat(Depth.option()).isEqualTo("-Dentourage.depth=4");
  }

  @Test
  void opensWorkersOfWorkersAndNamesWhoDoesSoWithoutEnd() {
    System.setProperty(PROPERTY, "3");
    assertThatCode(Depth::check).doesNotThrowAnyException();
    System.setProperty(PROPERTY, "4");
    assertThatThrownBy(() -> new PoolBuilder().build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("4 deep")
        .hasMessageContaining("A function that opens them for itself")
        .hasMessageContaining("open them in main");
    assertThatThrownBy(Opening::touch)
        .hasRootCauseInstanceOf(ConfigurationException.class)
        .hasStackTraceContaining("The static initialiser of " + Opening.class.getName());
  }

  private static final class Opening {
    static {
      new PoolBuilder().build();
    }

    static void touch() {
      // Its initialiser does all there is to do.
    }
  }
}
