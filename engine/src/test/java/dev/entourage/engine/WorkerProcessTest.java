package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.worker.BusCodec;
import dev.entourage.worker.BusMessage;
import dev.entourage.worker.BusMessage.OpenSession;
import dev.entourage.worker.BusMessage.Output;
import dev.entourage.worker.BusMessage.WorkerLost;
import dev.entourage.worker.BusMessage.WorkerStarted;
import dev.entourage.worker.Frames;
import dev.entourage.worker.Link;
import dev.entourage.worker.LinkMessage.Begin;
import dev.entourage.worker.LinkMessage.Hello;
import dev.entourage.worker.LinkMessage.Ready;
import dev.entourage.worker.LinkMessage.Welcome;
import dev.entourage.worker.Setup;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The process says what it was told, and the test stands for what it started. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkerProcessTest {

  private static final OpenSession OPEN =
      new OpenSession("kryo", List.of(), Optional.empty(), List.of(), 1, Frames.DEFAULT_CAP);

  private final BlockingQueue<BusMessage> heard = new LinkedBlockingQueue<>();

  @Test
  void isLostWithItsProcessEvenIfSomebodyElseHoldsItsEndOfTheLink() throws Exception {
    new WorkerProcess(
            "w1", OPEN, Optional.empty(), () -> new ProcessBuilder("cat").start(), new Events())
        .start();
    Setup setup = Setup.parse(next(Output.class).text());
    try (Link heir = enter(setup)) {
      long pid = next(WorkerStarted.class).pid();
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
      assertThat(next(WorkerLost.class).exitCode()).isEqualTo(137);
      assertThat(heir.receive()).as("what comes before the end of the link").isNull();
    }
  }

  @Test
  void startsNoJvmWhenItIsStoppedBeforeItsTurn() throws Exception {
    List<StartTurn> before =
        Stream.generate(() -> new StartTurn(StartQueue.OF_MACHINE))
            .limit(Runtime.getRuntime().availableProcessors())
            .toList();
    before.forEach(StartQueue.OF_MACHINE::enter);
    try {
      AtomicBoolean launched = new AtomicBoolean();
      WorkerProcess worker =
          new WorkerProcess(
              "w1",
              OPEN,
              Optional.empty(),
              () -> {
                launched.set(true);
                throw new IOException("unwanted");
              },
              new Events());
      worker.start();
      worker.stop(false);
      assertThat(next(WorkerLost.class).pid()).isEqualTo(-1);
      assertThat(launched).isFalse();
    } finally {
      before.forEach(StartTurn::end);
    }
  }

  private static Link enter(Setup setup) throws IOException {
    Link link = new Link(SocketChannel.open(setup.address()));
    link.send(new Hello(setup.secret().workerProof()));
    assertThat(link.receive()).isEqualTo(new Welcome(setup.secret().hostProof()));
    link.cap(Frames.DEFAULT_CAP);
    assertThat(link.receive()).isInstanceOf(Begin.class);
    link.send(new Ready("17"));
    return link;
  }

  private <T> T next(Class<T> type) throws InterruptedException {
    BusMessage message = heard.take();
    assertThat(message).isInstanceOf(type);
    return type.cast(message);
  }

  private final class Events implements WorkerEvents {

    @Override
    public void said(byte[] frame) {
      heard.add(BusCodec.decode(frame));
    }

    @Override
    public void lost(WorkerProcess worker, WorkerLost message) {
      heard.add(message);
    }
  }
}
