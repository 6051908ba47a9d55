package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.worker.DoorFiles;
import dev.entourage.worker.Frames;
import dev.entourage.worker.Link;
import dev.entourage.worker.LinkCodec;
import dev.entourage.worker.LinkMessage;
import dev.entourage.worker.LinkMessage.Hello;
import dev.entourage.worker.LinkMessage.Welcome;
import dev.entourage.worker.Secret;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DoorTest {

  private Door door;

  @BeforeEach
  void open() throws IOException {
    door = Door.open();
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void letsInWhoKnowsTheSecret() throws Exception {
    try (Link worker = enter()) {
      assertThat(door.worker().get(10, TimeUnit.SECONDS)).isNotSameAs(worker);
    }
  }

  @Test
  void turnsAwayWhoDoesNotKnowTheSecret() throws Exception {
    try (SocketChannel stranger = SocketChannel.open(door.setup().address())) {
      send(stranger, LinkCodec.encode(new Hello(Secret.fresh().workerProof())));
      assertThat(readsEnd(stranger)).isTrue();
    }
    staysOpenForTheWorker();
  }

  @Test
  void turnsAwayWhoPlaysTheHostsProofBack() throws Exception {
    try (SocketChannel stranger = SocketChannel.open(door.setup().address())) {
      send(stranger, LinkCodec.encode(new Hello(door.setup().secret().hostProof())));
      assertThat(readsEnd(stranger)).isTrue();
    }
    staysOpenForTheWorker();
  }

  @Test
  void turnsAwayGarbage() throws Exception {
    byte[] garbage = new byte[4096];
    new Random(1).nextBytes(garbage);
    try (SocketChannel stranger = SocketChannel.open(door.setup().address())) {
      send(stranger, garbage);
      assertThat(readsEnd(stranger)).isTrue();
    }
    staysOpenForTheWorker();
  }

  /** An array that long would be an OutOfMemoryError on every JVM, and nobody would be answered. */
  @Test
  void turnsAwayAFrameOfTwoGigabytesAtItsHeader() throws Exception {
    ByteBuffer header =
        ByteBuffer.allocate(Frames.HEADER)
            .put((byte) Frames.VERSION)
            .put((byte) 1)
            .putInt(Integer.MAX_VALUE);
    for (int i = 0; i < 100; i++) {
      try (SocketChannel stranger = SocketChannel.open(door.setup().address())) {
        send(stranger, header.array());
        assertThat(readsEnd(stranger)).isTrue();
      }
    }
    staysOpenForTheWorker();
  }

  @Test
  void goesOnWhileStrangersAreSilent() throws Exception {
    try (SocketChannel first = SocketChannel.open(door.setup().address());
        SocketChannel second = SocketChannel.open(door.setup().address())) {
      staysOpenForTheWorker();
      assertThat(first.isConnected() && second.isConnected()).isTrue();
    }
  }

  /** Each has sent half of a header, and waits. */
  @Test
  void letsTheWorkerInThoughHundredsAreSilentAndTurnsThemAwayAtOnce() throws Exception {
    List<SocketChannel> strangers = new ArrayList<>();
    try {
      for (int i = 0; i < 300; i++) {
        SocketChannel stranger = SocketChannel.open(door.setup().address());
        strangers.add(stranger);
        send(stranger, new byte[] {(byte) Frames.VERSION, 1, 0});
      }
      staysOpenForTheWorker();
      assertThat(strangers).allMatch(DoorTest::readsEnd);
    } finally {
      for (SocketChannel stranger : strangers) {
        stranger.close();
      }
    }
  }

  @Test
  void listensInAFolderOfItsOwnAndLeavesNothing() throws Exception {
    Path socket = ((UnixDomainSocketAddress) door.setup().address()).getPath();
    Path folder = socket.getParent();
    assertThat(Files.getPosixFilePermissions(folder))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    Path memory = Files.readSymbolicLink(new DoorFiles(folder).letters());
    assertThat(Files.getPosixFilePermissions(memory))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    enter().close();
    door.worker().get(10, TimeUnit.SECONDS);
    door.close();
    assertThat(folder).doesNotExist();
    assertThat(memory).doesNotExist();
  }

  private void staysOpenForTheWorker() throws Exception {
    letsInWhoKnowsTheSecret();
  }

  private Link enter() throws IOException {
    Link link = new Link(SocketChannel.open(door.setup().address()));
    link.send(new Hello(door.setup().secret().workerProof()));
    LinkMessage answer = link.receive();
    assertThat(answer).isEqualTo(new Welcome(door.setup().secret().hostProof()));
    return link;
  }

  private static void send(SocketChannel stranger, byte[] bytes) throws IOException {
    stranger.write(ByteBuffer.wrap(bytes));
  }

  /** A socket that is closed with bytes unread ends with an error instead. */
  private static boolean readsEnd(SocketChannel stranger) {
    try {
      return stranger.read(ByteBuffer.allocate(1)) < 0;
    } catch (IOException e) {
      return true;
    }
  }
}
