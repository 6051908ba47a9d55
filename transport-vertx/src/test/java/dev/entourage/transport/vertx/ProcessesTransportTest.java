package dev.entourage.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.spi.Transport;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProcessesTransportTest {

  private final FakeDriver driver = new FakeDriver();
  private final FakeHost host = new FakeHost();
  private final ProcessesTransport transport = new ProcessesTransport(host::open);

  @Test
  void reportsItsHostBeforeTheConnectionIsReturned() {
    try (Transport.Connection connection = transport.connect(driver)) {
      assertThat(driver.joined).containsExactly("local");
      assertThat(connection).isNotNull();
      assertThat(host.options.sameMachine()).isTrue();
    }
  }

  @Test
  void framesArriveInTheOrderOfTheCallsBothWays() throws Exception {
    try (Transport.Connection connection = transport.connect(driver)) {
      for (int i = 0; i < 10_000; i++) {
        connection.send("local", ByteBuffer.allocate(4).putInt(i).array());
      }
      for (int i = 0; i < 10_000; i++) {
        FakeHost.Received atHost = FakeDriver.next(host.frames);
        FakeDriver.Received atDriver = FakeDriver.next(driver.frames);
        assertThat(atHost.session()).isEqualTo(driver.session());
        assertThat(ByteBuffer.wrap(atHost.frame()).getInt()).isEqualTo(i);
        assertThat(atDriver.host()).isEqualTo("local");
        assertThat(ByteBuffer.wrap(atDriver.frame()).getInt()).isEqualTo(i);
      }
    }
  }

  @Test
  void largeFramesAreHandedOverAndNotCopied() throws Exception {
    byte[] frame = new byte[64 << 20];
    try (Transport.Connection connection = transport.connect(driver)) {
      connection.send("local", frame);
      assertThat(FakeDriver.next(host.frames).frame()).isSameAs(frame);
      assertThat(FakeDriver.next(driver.frames).frame()).isSameAs(frame);
    }
  }

  @Test
  void closeEndsTheHostAndItsThreads() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    Transport.Connection connection = transport.connect(driver);
    connection.send("local", new byte[1]);
    FakeDriver.next(driver.frames);
    Set<Thread> ours = new HashSet<>(Thread.getAllStackTraces().keySet());
    ours.removeAll(before);
    ours.removeIf(thread -> !thread.getName().startsWith("vert.x"));
    connection.close();

    assertThat(host.closed.getCount()).isZero();
    for (Thread thread : ours) {
      assertThat(thread.isDaemon()).isTrue();
      thread.join(); // The time limit of this class ends it otherwise.
    }
  }

  @Test
  void aHostThatCannotStartEndsTheBus() {
    ProcessesTransport broken =
        new ProcessesTransport(
            (options, uplink) -> {
              throw new IllegalStateException("no workers here");
            });

    assertThatThrownBy(() -> broken.connect(driver)).hasMessage("no workers here");
    assertThat(driver.joined).isEmpty();
  }
}
