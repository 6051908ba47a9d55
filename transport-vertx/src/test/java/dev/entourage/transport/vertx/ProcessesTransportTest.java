package dev.entourage.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.spi.Transport;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
        byte[] frame = ByteBuffer.allocate(4).putInt(i).array();
        if (i % 3 == 0) {
          connection.pass("local", List.of(ByteBuffer.wrap(frame)));
        } else {
          connection.send("local", frame);
        }
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
  void poolsOfOneJvmDoNotHearEachOther() throws Exception {
    FakeDriver other = new FakeDriver();
    FakeHost otherHost = new FakeHost();
    try (Transport.Connection mine = transport.connect(driver);
        Transport.Connection others = new ProcessesTransport(otherHost::open).connect(other)) {
      mine.send("local", new byte[] {1});
      others.send("local", new byte[] {2});

      assertThat(FakeDriver.next(driver.frames).frame()).containsExactly(1);
      assertThat(FakeDriver.next(other.frames).frame()).containsExactly(2);
      assertThat(host.frames).hasSize(1);
      assertThat(otherHost.frames).hasSize(1);
    }
  }

  @Test
  void closeEndsTheHostAndTheWaysToIt() throws Exception {
    Transport.Connection connection = transport.connect(driver);
    connection.send("local", new byte[1]);
    FakeDriver.next(driver.frames);
    connection.close();
    connection.send("local", new byte[1]);
    connection.pass("local", List.of(ByteBuffer.wrap(new byte[1])));

    assertThat(host.closed.getCount()).isZero();
    assertThat(host.frames).hasSize(1);
    assertThat(driver.frames).isEmpty();
  }

  /** The bus is never closed, so all that a pool put on it has to go with the pool. */
  @Test
  void aThousandPoolsLeaveNoThreadAndNothingOfTheirs() throws Exception {
    transport.connect(driver).close();
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    List<WeakReference<Object>> gone = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      gone.addAll(openAndClose());
    }
    Set<Thread> more = new HashSet<>(Thread.getAllStackTraces().keySet());
    more.removeAll(before);
    assertThat(more).isEmpty();
    while (gone.stream().anyMatch(each -> each.get() != null)) {
      System.gc(); // The time limit of this class ends it otherwise.
    }
  }

  private static List<WeakReference<Object>> openAndClose() throws Exception {
    FakeDriver mine = new FakeDriver();
    FakeHost host = new FakeHost();
    ClassLoader users = new URLClassLoader(new URL[0]);
    ClassLoader usual = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(users);
    try (Transport.Connection connection = new ProcessesTransport(host::open).connect(mine)) {
      connection.send("local", new byte[1]);
      FakeDriver.next(mine.frames);
    } finally {
      Thread.currentThread().setContextClassLoader(usual);
    }
    return List.of(
        new WeakReference<>(mine), new WeakReference<>(host), new WeakReference<>(users));
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
