package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.ConfigurationException;
import dev.entourage.preparer.ClassVersion;
import dev.entourage.worker.BusMessage.WorkerStarted;
import org.junit.jupiter.api.Test;

class OldWorkersTest {

  private static final ClassVersion NEW = new ClassVersion("user.Point", 69);

  private final Dispatcher dispatcher =
      new Dispatcher(1, new SilentLine(), Runnable::run, new Journal("none"));

  // D35
  @Test
  void refusesClassesThatNoWorkerCanRunAndNamesBothVersions() {
    dispatcher.requireRunnable(NEW);
    dispatcher.started("host", new WorkerStarted("w1", 42, "17.0.15"));
    dispatcher.requireRunnable(new ClassVersion("user.Point", 61));
    assertThatThrownBy(() -> dispatcher.requireRunnable(NEW))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(
            "class user.Point needs Java 25 (class file 69), worker w1, pid 42 runs Java 17")
        .hasMessageContaining("--release 17");
    dispatcher.started("host", new WorkerStarted("w2", 43, "25"));
    dispatcher.requireRunnable(NEW);
  }
}
