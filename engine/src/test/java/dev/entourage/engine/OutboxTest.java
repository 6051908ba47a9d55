package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.worker.Frames;
import dev.entourage.worker.Link;
import dev.entourage.worker.LinkCodec;
import dev.entourage.worker.LinkMessage;
import dev.entourage.worker.LinkMessage.Result;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OutboxTest {

  private static final int THREADS = 4;
  private static final int EACH = 500;

  private final Outbox outbox = new Outbox();
  private Link host;
  private Link worker;

  @BeforeEach
  void connect() throws Exception {
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      worker = new Link(SocketChannel.open(server.getLocalAddress()));
      host = new Link(server.accept());
    }
    worker.cap(Frames.DEFAULT_CAP);
    host.unblock();
  }

  @AfterEach
  void close() {
    outbox.close();
    host.close();
    worker.close();
  }

  /** Frames that a socket takes at once, and some that it doesn't. */
  private void add(int thread, int number) {
    byte[] bytes = new byte[number % 100 == 0 ? 1_000_000 : number];
    outbox.add(LinkCodec.pieces(new Result(thread, number, ByteBuffer.wrap(bytes))));
  }

  private void addAll(int thread) {
    // The JDK closes a blocking socket under a thread like this one.
    Thread.currentThread().interrupt();
    for (int i = 0; i < EACH; i++) {
      add(thread, i);
    }
  }

  @Test
  void framesOfInterruptedThreadsArriveWholeAndInTheirOrder() throws Exception {
    outbox.open(host);
    for (int i = 0; i < THREADS; i++) {
      int thread = i;
      new Thread(() -> addAll(thread)).start();
    }
    int[] next = new int[THREADS];
    for (int i = 0; i < THREADS * EACH; i++) {
      Result frame = (Result) worker.receive();
      assertThat(frame.attempt()).isEqualTo(next[(int) frame.task()]++);
    }
    assertThat(next).containsOnly(EACH);
  }

  @Test
  void whatIsAddedBeforeTheLinkIsThereComesFirst() throws Exception {
    add(0, 1);
    add(0, 2);
    outbox.open(host);
    add(0, 3);
    for (int i = 1; i <= 3; i++) {
      assertThat(((LinkMessage.OfTask) worker.receive()).attempt()).isEqualTo(i);
    }
  }

  @Test
  void whoReadsHearsWhenTheLinkIsClosed() throws Exception {
    FutureTask<LinkMessage> reading = new FutureTask<>(host::receive);
    Thread reader = new Thread(reading);
    reader.start();
    while (reader.getState() != Thread.State.RUNNABLE && !reading.isDone()) {
      Thread.onSpinWait();
    }
    host.close();
    assertThat(reading.get()).isNull();
    outbox.open(host);
    add(0, 1);
  }
}
