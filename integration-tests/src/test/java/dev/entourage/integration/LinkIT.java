package dev.entourage.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A stranger on the link of a live pool is turned away, costs no memory and disturbs nobody. */
class LinkIT {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int STRANGERS = 50;
  private static final long FEW_KIB = 64 * 1024;

  private static final byte VERSION = 1;
  private static final byte HELLO = 1;
  private static final int PROOF = 32;

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.entourage.integration.Jdks#all")
  void poolAtWorkHasNoDoor(Jdk jdk) {
    DriverProgram program = DriverProgram.script(jdk, Product.driver("BusyDriver"), "kryo");
    try (Driver driver = program.start()) {
      driver.await("ready"::equals);
      await(() -> OpenSockets.of(driver.process().toHandle()).isEmpty());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.entourage.integration.Jdks#all")
  void strangersAreTurnedAwayWhileAWorkerIsAwaited(Jdk jdk) throws Exception {
    Path pause = folder.resolve("pause");
    Path script = Product.driver("PausedDriver");
    try (Driver driver = DriverProgram.script(jdk, script, pause.toString()).start()) {
      driver.await("waiting"::equals);
      Path socket = awaitDoor(driver);
      assertOnlyTheOwnerGetsNear(socket);
      turnsAway(driver, socket);

      await(() -> Files.exists(pause)); // The worker's JVM makes it.
      Files.delete(pause);
      DriverRun run = driver.finish(DriverProgram.LIMIT);
      run.assertEndedWell();
      assertThat(run.fact("worker")).isNotEqualTo(run.fact("driver"));
    }
  }

  /** The host starts a worker on a thread of its own. */
  private static Path awaitDoor(Driver driver) {
    ProcessHandle host = driver.process().toHandle();
    await(() -> !OpenSockets.of(host).isEmpty());
    return OpenSockets.of(host).get(0);
  }

  private static void await(BooleanSupplier condition) {
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(1_000_000); // Linux tells nobody of it.
          }
        });
  }

  private static void assertOnlyTheOwnerGetsNear(Path socket) throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())))
        .isEqualTo("rwx------");
  }

  private static void turnsAway(Driver driver, Path socket) {
    long before = OpenSockets.peakMemory(driver.process().toHandle());
    for (int i = 0; i < STRANGERS; i++) {
      assertTurnedAway(socket, frameOfTwoGigabytes());
      assertTurnedAway(socket, wrongProof());
    }
    long after = OpenSockets.peakMemory(driver.process().toHandle());
    assertThat(after - before).as("KiB that the strangers cost").isLessThan(FEW_KIB);
  }

  private static ByteBuffer frameOfTwoGigabytes() {
    return ByteBuffer.allocate(64).put(VERSION).put(HELLO).putInt(Integer.MAX_VALUE).rewind();
  }

  private static ByteBuffer wrongProof() {
    ByteBuffer frame = ByteBuffer.allocate(6 + PROOF);
    return frame.put(VERSION).put(HELLO).putInt(PROOF).rewind();
  }

  private static void assertTurnedAway(Path socket, ByteBuffer greeting) {
    int answer =
        assertTimeoutPreemptively(
            LIMIT, () -> answer(UnixDomainSocketAddress.of(socket), greeting));
    assertThat(answer).as("bytes that the host answered").isEqualTo(-1);
  }

  /** A host may close before all is written: that is an answer, too. */
  private static int answer(UnixDomainSocketAddress address, ByteBuffer greeting)
      throws IOException {
    try (SocketChannel channel = SocketChannel.open(address)) {
      channel.write(greeting);
      return channel.read(ByteBuffer.allocate(64));
    } catch (IOException e) {
      if (e.getMessage().contains("reset") || e.getMessage().contains("Broken pipe")) {
        return -1;
      }
      throw e;
    }
  }
}
