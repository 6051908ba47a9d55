package dev.entourage.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.preparer.Digest;
import dev.entourage.worker.LinkMessage.Bye;
import dev.entourage.worker.LinkMessage.Ready;
import dev.entourage.worker.LinkMessage.Result;
import java.io.EOFException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LinkTest {

  private SocketChannel peer;
  private Link link;

  @BeforeEach
  void connect() throws Exception {
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      peer = SocketChannel.open(server.getLocalAddress());
      link = new Link(server.accept());
    }
  }

  @AfterEach
  void close() throws Exception {
    link.close();
    peer.close();
  }

  @Test
  void readsFramesThatArriveTogether() throws Exception {
    send(LinkCodec.encode(new Ready("17")));
    send(LinkCodec.encode(new Ready("25")));
    send(LinkCodec.encode(new Bye()));
    assertThat(link.receive()).isEqualTo(new Ready("17"));
    assertThat(link.receive()).isEqualTo(new Ready("25"));
    assertThat(link.receive()).isEqualTo(new Bye());
  }

  @Test
  void readsAFrameThatArrivesByteByByte() throws Exception {
    peer.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
    for (byte b : LinkCodec.encode(new Ready("17"))) {
      send(new byte[] {b});
    }
    assertThat(link.receive()).isEqualTo(new Ready("17"));
  }

  @Test
  void carriesLargeFramesBothWaysAtOnce() throws Exception {
    byte[] payload = new byte[5_000_001];
    new Random(7).nextBytes(payload);
    Result large = new Result(1, 1, ByteBuffer.wrap(payload));
    link.cap(Frames.DEFAULT_CAP);
    Link other = new Link(peer);
    other.cap(Frames.DEFAULT_CAP);
    CompletableFuture<LinkMessage> received = inBackground(other::receive);
    CompletableFuture<LinkMessage> sent = inBackground(() -> send(other, large));
    assertThat(link.receive()).isEqualTo(large);
    link.send(large);
    assertThat(received.join()).isEqualTo(large);
    assertThat(sent.join()).isEqualTo(large);
  }

  /** Short ones between long ones, so that a turn of the socket ends anywhere in them. */
  @Test
  void carriesFramesInManyPieces() throws Exception {
    Random random = new Random(3);
    List<LinkMessage.Item> items = new ArrayList<>();
    for (int length : new int[] {10, 70_000, 0, 65_536, 65_537, 300_000, 262_144, 1, 800_000}) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      items.add(new LinkMessage.Item(length, 1, ByteBuffer.wrap(bytes)));
    }
    LinkMessage batch = new LinkMessage.Batch(Digest.of(new byte[] {1}), 0, items);
    link.cap(Frames.DEFAULT_CAP);
    Link other = new Link(peer);
    for (int i = 0; i < 2; i++) {
      CompletableFuture<LinkMessage> sent = inBackground(() -> send(other, batch));
      assertThat(link.receive()).isEqualTo(batch);
      assertThat(sent.join()).isEqualTo(batch);
      other.unblock();
    }
  }

  /** Close enough to each other that who waits doesn't sleep, and now and then in two halves. */
  @Test
  void handsFramesToAndFro() throws Exception {
    Link other = new Link(peer);
    link.unblock();
    other.unblock();
    int turns = 2_000;
    CompletableFuture<LinkMessage> echo = inBackground(() -> echo(other, turns));
    for (int i = 0; i < turns; i++) {
      Result sent = new Result(i, 1, ByteBuffer.wrap(new byte[i % 20]));
      byte[] frame = LinkCodec.encode(sent);
      int half = i % 10 == 0 ? i / 10 % frame.length : 0;
      link.write(Pieces.of(Arrays.copyOf(frame, half)));
      link.write(Pieces.of(Arrays.copyOfRange(frame, half, frame.length)));
      assertThat(link.receive()).isEqualTo(sent);
    }
    link.close();
    assertThat(echo.join()).as("what comes behind the last").isNull();
  }

  private static LinkMessage echo(Link other, int turns) throws Exception {
    for (int i = 0; i < turns; i++) {
      other.send(other.receive());
    }
    return other.receive();
  }

  @Test
  void refusesAFrameAboveTheCapAtItsHeader() throws Exception {
    send(header(Frames.VERSION, Frames.UNPROVED_CAP + 1));
    assertThatThrownBy(link::receive)
        .isInstanceOf(FrameException.class)
        .hasMessageContaining("length=65, cap=64");
  }

  /** An array that long would be an OutOfMemoryError on every JVM. */
  @Test
  void refusesTwoGigabytesAlsoFromAPeerThatIsTrusted() throws Exception {
    link.cap(Frames.DEFAULT_CAP);
    send(header(Frames.VERSION, Integer.MAX_VALUE));
    assertThatThrownBy(link::receive).isInstanceOf(FrameException.class);
  }

  @Test
  void refusesANegativeLength() throws Exception {
    send(header(Frames.VERSION, -1));
    assertThatThrownBy(link::receive)
        .isInstanceOf(FrameException.class)
        .hasMessageContaining("length=4294967295");
  }

  @Test
  void refusesAnotherVersionBeforeItsLength() throws Exception {
    send(header(7, Integer.MAX_VALUE));
    assertThatThrownBy(link::receive).hasMessageContaining("version=7, expected=1");
  }

  @Test
  void tellsAnEndBetweenFramesFromAnEndWithinOne() throws Exception {
    send(LinkCodec.encode(new Bye()));
    send(new byte[] {1, 4, 0});
    peer.close();
    assertThat(link.receive()).isEqualTo(new Bye());
    assertThatThrownBy(link::receive).isInstanceOf(EOFException.class);
  }

  @Test
  void returnsNullAtTheEnd() throws Exception {
    peer.close();
    assertThat(link.receive()).isNull();
  }

  private static byte[] header(int version, int length) {
    return ByteBuffer.allocate(Frames.HEADER)
        .put((byte) version)
        .put((byte) 12)
        .putInt(length)
        .array();
  }

  private void send(byte[] bytes) throws Exception {
    peer.write(ByteBuffer.wrap(bytes));
  }

  private static LinkMessage send(Link to, LinkMessage message) throws Exception {
    to.send(message);
    return message;
  }

  private static <T> CompletableFuture<T> inBackground(java.util.concurrent.Callable<T> body) {
    CompletableFuture<T> future = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                future.complete(body.call());
              } catch (Exception e) {
                future.completeExceptionally(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return future;
  }
}
