package dev.entourage.worker;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.ConfigurationException;
import org.junit.jupiter.api.Test;

class BackendsTest {

  @Test
  void listsWhatAWorkerHasAndNamesTheDependency() {
    assertThatThrownBy(() -> Backends.require("protostuff"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("backend=protostuff, found=[]")
        .hasMessageContaining("depend on dev.entourage:entourage-backend-protostuff");
  }
}
