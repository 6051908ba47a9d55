package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.ConfigurationException;
import dev.entourage.preparer.ClassVersion;
import dev.entourage.preparer.Digest;
import dev.entourage.preparer.Statics;
import dev.entourage.worker.BusMessage.WorkerStarted;
import dev.entourage.worker.LinkMessage;
import dev.entourage.worker.LinkMessage.Parcel;
import dev.entourage.worker.LinkMessage.Result;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** D35: hosts of several Javas. */
class HostJavasTest {

  private static final ClassVersion NEW = new ClassVersion("user.Point", 69);
  private static final ClassVersion OLD = new ClassVersion("user.Point", 61);

  private final HostJavas javas = new HostJavas();
  private final List<String> sent = new ArrayList<>();
  private final Dispatcher dispatcher =
      new Dispatcher(1, new Recorder(), new Endings(Runnable::run), new Journal("none"));

  @Test
  void refusesClassesThatNoHostCanRunAndNamesBothVersions() {
    javas.requireRunnable(NEW);
    javas.joined("a");
    javas.requireRunnable(NEW);
    javas.greeted("a", 17);
    javas.requireRunnable(OLD);
    assertRefused("needs Java 25 (class file 69), host a runs Java 17. ");
    javas.greeted("b", 21);
    assertRefused("the newest of the hosts [a, b] runs Java 21. ");
    javas.greeted("c", 25);
    javas.requireRunnable(NEW);
    javas.left("c");
    assertRefused("--release 21");
  }

  private void assertRefused(String text) {
    assertThatThrownBy(() -> javas.requireRunnable(NEW))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("class user.Point")
        .hasMessageContaining(text);
  }

  @Test
  void tasksGoToTheWorkersThatCanRunThem() {
    dispatcher.started("old", new WorkerStarted("w17", 1, "17.0.15"));
    dispatch(1, NEW);
    dispatch(2, OLD);
    assertThat(sent).containsExactly("w17: 2");
    dispatcher.started("new", new WorkerStarted("w25", 2, "25"));
    assertThat(sent).containsExactly("w17: 2", "w25: 1");
    dispatch(3, NEW);
    dispatch(4, OLD);
    dispatcher.replied("w17", new Result(2, 1, ByteBuffer.allocate(0)));
    assertThat(sent).endsWith("w17: 4").hasSize(3);
    dispatcher.replied("w25", new Result(1, 1, ByteBuffer.allocate(0)));
    assertThat(sent).endsWith("w25: 3");
  }

  @Test
  void aTaskThatWantsItsOwnProcessWaitsForOneThatCanRunIt() {
    dispatcher.started("old", new WorkerStarted("w17", 1, "17.0.15"));
    dispatcher.dispatch(ticket(1, NEW, new TaskLimits(Optional.empty(), 3, true)));
    assertThat(sent).as("no worker is ended in vain").isEmpty();
    dispatcher.started("new", new WorkerStarted("w25", 2, "25"));
    assertThat(sent).containsExactly("w25: 1");
  }

  @Test
  void failsWhatWaitsWhenAllHostsTurnOutToBeTooOld() {
    Ticket young = dispatch(1, NEW);
    Ticket old = dispatch(2, OLD);
    javas.greeted("a", 17);
    dispatcher.failUnrunnable(javas);
    assertThat(old.future()).isNotDone();
    assertThatThrownBy(() -> young.future().join())
        .hasCauseInstanceOf(ConfigurationException.class)
        .hasMessageContaining("needs Java 25")
        .hasMessageContaining("runs Java 17");
  }

  private Ticket dispatch(long id, ClassVersion newest) {
    Ticket ticket = ticket(id, newest, TaskLimits.DEFAULTS);
    dispatcher.dispatch(ticket);
    return ticket;
  }

  private static Ticket ticket(long id, ClassVersion newest, TaskLimits limits) {
    ByteBuffer bytes = ByteBuffer.allocate(0);
    Digest manifest = Digest.of(bytes);
    return new Ticket(id, "task", manifest, Statics.none(), bytes, limits, () -> {})
        .needing(Optional.of(newest));
  }

  private final class Recorder implements WorkerLine {

    @Override
    public void send(String host, String worker, LinkMessage message) {
      sent.add(worker + ": " + (message instanceof Parcel parcel ? parcel.task() : message));
    }

    @Override
    public void kill(String host, String worker) {
      sent.add(worker + " killed");
    }
  }
}
