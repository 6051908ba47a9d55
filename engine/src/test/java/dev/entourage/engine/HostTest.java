package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.HostInfo;
import dev.entourage.preparer.Digest;
import dev.entourage.worker.BusCodec;
import dev.entourage.worker.BusMessage;
import dev.entourage.worker.BusMessage.AskStatus;
import dev.entourage.worker.BusMessage.CloseSession;
import dev.entourage.worker.BusMessage.Greeting;
import dev.entourage.worker.BusMessage.KillWorker;
import dev.entourage.worker.BusMessage.OpenSession;
import dev.entourage.worker.BusMessage.Reclaim;
import dev.entourage.worker.BusMessage.SessionClosed;
import dev.entourage.worker.BusMessage.StartWorker;
import dev.entourage.worker.BusMessage.Status;
import dev.entourage.worker.BusMessage.ToHost;
import dev.entourage.worker.BusMessage.WorkerLost;
import dev.entourage.worker.BusMessage.WorkerRefused;
import dev.entourage.worker.BusMessage.WorkerStarted;
import dev.entourage.worker.Frames;
import dev.entourage.worker.LinkCodec;
import dev.entourage.worker.LinkMessage.Batch;
import dev.entourage.worker.LinkMessage.Bye;
import dev.entourage.worker.LinkMessage.Cancel;
import dev.entourage.worker.LinkMessage.Item;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostTest {

  private static final OpenSession OPEN =
      new OpenSession("kryo", List.of(), Optional.empty(), List.of(), 1, Frames.DEFAULT_CAP);

  private final Map<String, BlockingQueue<BusMessage>> heard = new ConcurrentHashMap<>();
  private final Host host = new Host(new HostOptions("h", 1, true), new Ear());

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void refusesMoreWorkersThanItMayRunAndGreetsAgainWhenThereIsRoom() throws Exception {
    tell("a", OPEN);
    assertThat(next("a", Greeting.class).capacity()).isEqualTo(1);
    tell("a", new StartWorker("w1"));
    next("a", WorkerStarted.class);
    tell("a", new StartWorker("w2"));
    assertThat(next("a", WorkerRefused.class).worker()).isEqualTo("w2");
    tell("b", OPEN);
    assertThat(next("b", Greeting.class).capacity()).isZero();
    tell("a", new CloseSession(false));
    assertThat(next("a", WorkerLost.class).exitCode()).isZero();
    next("a", SessionClosed.class);
    assertThat(next("b", Greeting.class).capacity()).isEqualTo(1);
  }

  @Test
  void givesAWorkersPlaceToWhoHasMoreRightToIt() throws Exception {
    try (Host two = new Host(new HostOptions("h", 2, true), this::hear)) {
      two.received("a", BusCodec.encode(OPEN));
      assertThat(next("a", Greeting.class).share()).isEqualTo(2);
      two.received("a", BusCodec.encode(new StartWorker("w1")));
      two.received("a", BusCodec.encode(new StartWorker("w2")));
      next("a", WorkerStarted.class);
      next("a", WorkerStarted.class);
      two.received("b", BusCodec.encode(OPEN));
      assertThat(next("b", Greeting.class).share()).isEqualTo(1);
      two.received("b", BusCodec.encode(new StartWorker("w1")));
      assertThat(next("a", Reclaim.class).workers()).isEqualTo(1);
      two.received("a", BusCodec.toWorker("w2", new Bye()));
      assertThat(next("a", WorkerLost.class).worker()).isEqualTo("w2");
      next("b", WorkerStarted.class);
    }
  }

  @Test
  void drainsItsSessionsBeforeItEnds() throws Exception {
    tell("a", OPEN);
    next("a", Greeting.class);
    tell("a", new StartWorker("w1"));
    next("a", WorkerStarted.class);
    CompletableFuture<Boolean> drained = CompletableFuture.supplyAsync(() -> host.drain(30));
    assertThat(next("a", Reclaim.class).workers()).isEqualTo(1);
    assertThat(next("a", Greeting.class).share()).isZero();
    tell("a", new StartWorker("w2"));
    assertThat(next("a", WorkerRefused.class).worker()).isEqualTo("w2");
    assertThat(drained).isNotDone();
    tell("a", new KillWorker("w1"));
    next("a", WorkerLost.class);
    assertThat(drained.join()).isTrue();
  }

  @Test
  void tellsWhoeverAsksWhatItDoesAndForWhom() throws Exception {
    tell("a", OPEN);
    next("a", Greeting.class);
    tell("a", new StartWorker("w1"));
    long pid = next("a", WorkerStarted.class).pid();
    host.received("a", BusCodec.toWorker("w1", new Cancel(1, 1)));
    host.received("a", BusCodec.toWorker("w1", batch(3)));
    host.received("a", BusCodec.toWorker("nobody", batch(5)));

    tell("stranger", new AskStatus());
    HostInfo info = next("stranger", Status.class).host();

    assertThat(info.name()).isEqualTo("h");
    assertThat(info.maxWorkers()).isEqualTo(1);
    assertThat(info.refused()).isEqualTo(Map.of("MALFORMED", 2L));
    assertThat(info.counts().workers()).isEqualTo(1);
    assertThat(info.counts().tasks()).isEqualTo(3);
    int bytes = LinkCodec.encode(batch(3)).length + LinkCodec.encode(new Cancel(1, 1)).length;
    assertThat(info.counts().bytesIn()).isEqualTo(bytes);
    assertThat(info.counts().bytesOut()).isPositive();
    assertThat(info.sessions()).hasSize(1).allMatch(one -> one.driver().equals("owner of a"));

    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    awaitLost("a");
    host.close();
    HostInfo.Counts all = host.info().counts();
    assertThat(host.info().sessions()).isEmpty();
    assertThat(all).isEqualTo(new HostInfo.Counts(0, 1, 1, 3, bytes, all.bytesOut()));
  }

  private static Batch batch(int items) {
    Item item = new Item(1, 1, ByteBuffer.allocate(10));
    return new Batch(Digest.of(new byte[] {1}), 0, Collections.nCopies(items, item));
  }

  private void awaitLost(String session) throws InterruptedException {
    while (!(queue(session).take() instanceof WorkerLost)) {
      // What the worker has asked before.
    }
  }

  @Test
  void greetsADriverOfAnotherProtocolInItsOwn() throws Exception {
    host.received("a", new byte[] {2, 99, 1, 2, 3});
    next("a", Greeting.class);
    tell("a", OPEN);
    next("a", Greeting.class);
  }

  @Test
  void endsTheWorkersOfADriverThatLeft() throws Exception {
    tell("a", OPEN);
    next("a", Greeting.class);
    tell("a", new StartWorker("w1"));
    long pid = next("a", WorkerStarted.class).pid();
    host.driverLeft("a");
    next("a", WorkerLost.class);
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void saysWhyAWorkerWasNeverLaunched() throws Exception {
    List<String> options = List.of("-Dno=\0");
    tell("a", new OpenSession("kryo", options, Optional.empty(), List.of(), 1, 1024));
    next("a", Greeting.class);
    tell("a", new StartWorker("w1"));
    WorkerLost lost = next("a", WorkerLost.class);
    assertThat(lost.pid()).isEqualTo(-1);
    assertThat(lost.lastOutput()).singleElement().asString().contains("null character");
  }

  @Test
  void survivesGarbageOfADriver() throws Exception {
    host.received("a", new byte[] {1, 41, 0, 0, 0, 4, 127, -1, -1, -1});
    host.received("a", new byte[0]);
    tell("a", OPEN);
    next("a", Greeting.class);
  }

  private void tell(String session, ToHost message) {
    host.received(session, BusCodec.encode(message));
  }

  private final class Ear implements Uplink {

    @Override
    public void send(String session, byte[] frame) {
      hear(session, frame);
    }

    @Override
    public String driver(String session) {
      return "owner of " + session;
    }

    @Override
    public Map<String, Long> refused() {
      return Map.of("MALFORMED", 2L);
    }
  }

  private void hear(String session, byte[] frame) {
    queue(session).add(BusCodec.decode(frame));
  }

  private <T> T next(String session, Class<T> type) throws InterruptedException {
    BusMessage message = queue(session).take();
    assertThat(message).isInstanceOf(type);
    return type.cast(message);
  }

  private BlockingQueue<BusMessage> queue(String session) {
    return heard.computeIfAbsent(session, s -> new LinkedBlockingQueue<>());
  }
}
