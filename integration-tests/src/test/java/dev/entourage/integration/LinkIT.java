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
import java.util.ArrayList;
import java.util.List;
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

  /** More than any pool needs that has few workers, and far fewer than silent strangers. */
  private static final long FEW_FILES = 150;

  private static final int SILENT = 300;

  private static final String PAUSED =
      "-XX:+UnlockDiagnosticVMOptions -XX:+PauseAtStartup -XX:PauseAtStartupFile=";

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
  void strangersAreTurnedAwayWhileOneWorkerIsAwaitedAndTheOtherWorks(Jdk jdk) throws Exception {
    Path pause = folder.resolve("pause");
    Path options = Files.writeString(folder.resolve("options"), "-Dany");
    Path script = Product.driver("PausedDriver");
    try (Driver driver = DriverProgram.script(jdk, script, options.toString()).start()) {
      String worker = driver.await(line -> line.startsWith("worker="));
      driver.await("ready"::equals);
      Files.writeString(options, PAUSED + pause);
      ProcessHandle.of(Long.parseLong(worker.substring("worker=".length())))
          .orElseThrow()
          .destroyForcibly();
      Path socket = awaitDoor(driver);
      await(() -> Files.exists(pause)); // The worker's JVM makes it.
      assertOnlyTheOwnerGetsNear(socket);
      turnsAway(driver, socket);
      try (Silent silent = Silent.at(socket)) {
        assertThat(silent.count()).isEqualTo(SILENT);
        await(() -> OpenSockets.files(driver.process().toHandle()) < FEW_FILES);
        driver.tell("");
        driver.await("whole?"::equals);
        Files.delete(pause);
        DriverRun run = driver.finish(DriverProgram.LIMIT);
        run.assertEndedWell();
        assertThat(run.facts("alone")).containsExactly("1");
        assertThat(run.facts("whole")).containsExactly("2");
        assertThat(run.facts("worker")).doesNotContain(run.fact("driver"));
      }
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

  /** Strangers who have sent half of a header, and wait. */
  private record Silent(List<SocketChannel> channels) implements AutoCloseable {

    static Silent at(Path socket) throws IOException {
      Silent silent = new Silent(new ArrayList<>());
      for (int i = 0; i < SILENT; i++) {
        SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        silent.channels.add(channel);
        channel.write(ByteBuffer.wrap(new byte[] {VERSION, HELLO, 0}));
      }
      return silent;
    }

    int count() {
      return channels.size();
    }

    @Override
    public void close() throws IOException {
      for (SocketChannel channel : channels) {
        channel.close();
      }
    }
  }
}
