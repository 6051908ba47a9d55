package dev.entourage.engine;

import dev.entourage.spi.Transport;
import dev.entourage.worker.BusCodec;
import dev.entourage.worker.BusMessage;
import dev.entourage.worker.BusMessage.CloseSession;
import dev.entourage.worker.BusMessage.FromWorker;
import dev.entourage.worker.BusMessage.Greeting;
import dev.entourage.worker.BusMessage.KillWorker;
import dev.entourage.worker.BusMessage.OpenSession;
import dev.entourage.worker.BusMessage.SessionClosed;
import dev.entourage.worker.BusMessage.StartWorker;
import dev.entourage.worker.BusMessage.ToDriver;
import dev.entourage.worker.BusMessage.ToWorker;
import dev.entourage.worker.BusMessage.WorkerLost;
import dev.entourage.worker.BusMessage.WorkerStarted;
import dev.entourage.worker.LinkCodec;
import dev.entourage.worker.LinkMessage;
import dev.entourage.worker.LinkMessage.Answer;
import dev.entourage.worker.LinkMessage.Batch;
import dev.entourage.worker.LinkMessage.Bye;
import dev.entourage.worker.LinkMessage.Cancel;
import dev.entourage.worker.LinkMessage.CodeAnswer;
import dev.entourage.worker.LinkMessage.Parcel;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A transport with one host whose workers do what a test says. */
final class FakeHost implements Transport {

  private static final String NAME = "fake-host";

  private final BlockingQueue<Parcel> parcels = new LinkedBlockingQueue<>();
  private final BlockingQueue<Batch> batches = new LinkedBlockingQueue<>();
  private final BlockingQueue<Cancel> cancels = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> kills = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> byes = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> starts = new LinkedBlockingQueue<>();
  private byte[] greeting;
  private final BlockingQueue<LinkMessage> answers = new LinkedBlockingQueue<>();
  private Driver driver;

  FakeHost(String... backends) {
    greetWith(new Greeting("17", List.of(backends), 100, 100, 2, true, false));
  }

  /** Says what it answers drivers that open a session. */
  void greetWith(byte[] frame) {
    greeting = frame;
  }

  void greetWith(Greeting message) {
    greetWith(BusCodec.encode(message));
  }

  /** Waits for the next worker that is to be started, which has been. */
  String start() throws InterruptedException {
    return starts.take();
  }

  boolean hasStart() {
    return !starts.isEmpty();
  }

  /** Waits for the next task. */
  Parcel parcel() throws InterruptedException {
    return parcels.take();
  }

  /** Waits for the next interrupt of a task. */
  Cancel cancel() throws InterruptedException {
    return cancels.take();
  }

  /** Waits for the next worker that is to be ended, and ends it. */
  String kill() throws InterruptedException {
    String worker = kills.take();
    die(worker);
    return worker;
  }

  /** Waits for the next worker that is asked to end. */
  String bye() throws InterruptedException {
    return byes.take();
  }

  /** Waits for the next answer to a question of a worker. */
  LinkMessage answer() throws InterruptedException {
    return answers.take();
  }

  /** Another host says something. */
  void tellAs(String host, ToDriver message) {
    driver.received(host, BusCodec.encode(message));
  }

  /** A worker ends by a signal. */
  void die(String worker) {
    tell(new WorkerLost(worker, 4711, 137, List.of("last words of " + worker)));
  }

  boolean hasBatch() {
    return !batches.isEmpty();
  }

  boolean hasParcel() {
    return !parcels.isEmpty();
  }

  /** Waits for the next tasks that travel together. */
  Batch batch() throws InterruptedException {
    return batches.take();
  }

  void reply(String worker, LinkMessage message) {
    tell(new FromWorker(worker, ByteBuffer.wrap(LinkCodec.encode(message))));
  }

  void tell(ToDriver message) {
    send(BusCodec.encode(message));
  }

  void send(byte[] frame) {
    driver.received(NAME, frame);
  }

  void leave() {
    driver.left(NAME);
  }

  @Override
  public String id() {
    return "fake";
  }

  @Override
  public Connection connect(Driver pool) {
    driver = pool;
    pool.joined(NAME);
    return new Connection() {
      @Override
      public void send(String host, byte[] frame) {
        hear(BusCodec.decode(frame));
      }

      @Override
      public void close() {}
    };
  }

  private void hear(BusMessage message) {
    if (message instanceof OpenSession) {
      send(greeting);
    } else if (message instanceof StartWorker start) {
      tell(new WorkerStarted(start.worker(), 4711, "17"));
      starts.add(start.worker());
    } else if (message instanceof CloseSession) {
      tell(new SessionClosed());
    } else if (message instanceof KillWorker kill) {
      kills.add(kill.worker());
    } else if (message instanceof ToWorker relay) {
      hear(relay.worker(), LinkCodec.decode(relay.frame().whole()));
    }
  }

  private void hear(String worker, LinkMessage message) {
    if (message instanceof Parcel parcel) {
      parcels.add(parcel);
    } else if (message instanceof Batch batch) {
      batches.add(batch);
    } else if (message instanceof Cancel cancel) {
      cancels.add(cancel);
    } else if (message instanceof Bye) {
      byes.add(worker);
    } else if (message instanceof Answer || message instanceof CodeAnswer) {
      answers.add(message);
    }
  }
}
