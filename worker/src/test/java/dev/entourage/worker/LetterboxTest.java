package dev.entourage.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.worker.LinkMessage.Bye;
import dev.entourage.worker.LinkMessage.Ready;
import dev.entourage.worker.LinkMessage.Result;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each side has a mapping of its own, as two JVMs have. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LetterboxTest {

  private static final byte[] NO_PREFIX = {};

  @TempDir private Path folder;
  private Letterboxes ours;
  private Letterboxes theirs;
  private SocketChannel peer;
  private Link link;

  @BeforeEach
  void connect() throws IOException {
    Path file = Files.createFile(folder.resolve("letters"));
    ours = Letterboxes.make(file);
    theirs = Letterboxes.find(file);
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(folder.resolve("w")));
      peer = SocketChannel.open(server.getLocalAddress());
      link = new Link(server.accept());
    }
    link.also(ours, true);
  }

  @AfterEach
  void close() throws IOException {
    link.close();
    peer.close();
  }

  @Test
  void takesAFrameWhileItsReaderIsAwake() {
    Letterbox reader = ours.toHost();
    Letterbox writer = theirs.toHost();
    assertThat(writer.put(ready(), 0)).as("before the reader is there").isFalse();
    reader.open();
    Pieces frame = ready();
    assertThat(writer.put(frame, 0)).isTrue();
    assertThat(frame.remaining()).isZero();
    assertThat(writer.put(ready(), 0)).as("before the first is taken").isFalse();
    assertThat(reader.shut()).as("with a frame in it").isFalse();
    assertThat(reader.comes()).isTrue();
    assertThat(reader.take(new byte[] {9}, 0)).startsWith(9, Frames.VERSION, 4).hasSize(13);
    assertThat(reader.take(NO_PREFIX, 0)).isNull();
    assertThat(reader.shut()).isTrue();
    assertThat(writer.put(ready(), 0)).as("while the reader sleeps").isFalse();
  }

  @Test
  void leavesWhatIsLongToTheSocket() {
    ours.toHost().open();
    assertThat(theirs.toHost().put(Pieces.of(new byte[Letterbox.BYTES]), 0)).isFalse();
    assertThat(theirs.toHost().put(Pieces.of(new byte[Letterbox.BYTES / 2]), 0)).isTrue();
  }

  @Test
  void hasTwoDirections() {
    ours.toHost().open();
    theirs.toWorker().open();
    assertThat(theirs.toHost().put(ready(), 0)).isTrue();
    assertThat(ours.toWorker().put(bye(), 0)).isTrue();
    assertThat(theirs.toWorker().take(NO_PREFIX, 0)).isEqualTo(LinkCodec.encode(new Bye()));
    assertThat(ours.toHost().take(NO_PREFIX, 0)).isEqualTo(LinkCodec.encode(new Ready("17")));
  }

  @Test
  void refusesAFrameThatComesTooLate() {
    ours.toHost().open();
    theirs.toHost().put(ready(), 5);
    assertThat(ours.toHost().take(NO_PREFIX, 4)).as("others come first").isNull();
    assertThatThrownBy(() -> ours.toHost().take(NO_PREFIX, 6)).isInstanceOf(FrameException.class);
  }

  @Test
  void isNoneOfAnotherSize() throws IOException {
    Path other = Files.write(folder.resolve("other"), new byte[100]);
    assertThatThrownBy(() -> Letterboxes.find(other)).isInstanceOf(IOException.class);
  }

  /** What the socket brings is read in one go, and the letter's turn is in the midst of it. */
  @Test
  void keepsTheOrderOfBothWays() throws IOException {
    link.unblock();
    byte[] first = LinkCodec.encode(new Ready("17"));
    peer.write(ByteBuffer.wrap(first));
    assertThat(theirs.toHost().put(bye(), first.length)).isTrue();
    peer.write(ByteBuffer.wrap(LinkCodec.encode(new Ready("25"))));
    assertThat(link.receive()).isEqualTo(new Ready("17"));
    assertThat(link.receive()).isEqualTo(new Bye());
    assertThat(link.receive()).isEqualTo(new Ready("25"));
  }

  @Test
  void isReadBehindTheLastBreathOfTheSocket() throws IOException {
    link.unblock();
    assertThat(theirs.toHost().put(bye(), 0)).isTrue();
    peer.close();
    assertThat(link.receive()).isEqualTo(new Bye());
    assertThat(link.receive()).isNull();
  }

  /** Frames of all lengths, and pauses in which the readers fall asleep. */
  @Test
  void carriesFramesInTheirOrderBothWays() throws Exception {
    Link other = new Link(peer);
    other.also(theirs, false);
    for (Link end : new Link[] {link, other}) {
      end.cap(Frames.DEFAULT_CAP);
      end.unblock();
    }
    int count = 20_000;
    CompletableFuture<Void> there = inBackground(() -> send(link, count, 1));
    CompletableFuture<Void> back = inBackground(() -> send(other, count, 2));
    CompletableFuture<Void> received = inBackground(() -> receive(link, count, 2));
    receive(other, count, 1);
    CompletableFuture.allOf(there, back, received).join();
  }

  private static void send(Link to, int count, int seed) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < count; i++) {
      to.send(new Result(i, seed, ByteBuffer.wrap(payload(random, i))));
      if (i % 200 == 0) {
        LockSupport.parkNanos(500_000);
      }
    }
  }

  private static void receive(Link from, int count, int seed) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < count; i++) {
      Result expected = new Result(i, seed, ByteBuffer.wrap(payload(random, i)));
      assertThat(from.receive()).isEqualTo(expected);
    }
  }

  private static byte[] payload(Random random, int i) {
    int most = i % 1_000 == 0 ? 400_000 : i % 10 == 0 ? 2 * Letterbox.BYTES : 200;
    byte[] bytes = new byte[random.nextInt(most)];
    random.nextBytes(bytes);
    return bytes;
  }

  private interface Body {
    void run() throws IOException;
  }

  private static CompletableFuture<Void> inBackground(Body body) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            body.run();
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        },
        task -> new Thread(task).start());
  }

  private static Pieces ready() {
    return Pieces.of(LinkCodec.encode(new Ready("17")));
  }

  private static Pieces bye() {
    return Pieces.of(LinkCodec.encode(new Bye()));
  }
}
