package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.HostInfo;
import dev.entourage.spi.Transport;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProcessesTransportTest {

  /** What came, and from whom. */
  private record Frame(String from, byte[] bytes) {}

  private final Ear driver = new Ear();
  private final Echo host = new Echo();
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
        Frame atHost = next(host.frames);
        Frame atDriver = next(driver.frames);
        assertThat(atHost.from()).isEqualTo(driver.session());
        assertThat(ByteBuffer.wrap(atHost.bytes()).getInt()).isEqualTo(i);
        assertThat(atDriver.from()).isEqualTo("local");
        assertThat(ByteBuffer.wrap(atDriver.bytes()).getInt()).isEqualTo(i);
      }
    }
  }

  @Test
  void largeFramesAreHandedOverAndNotCopied() throws Exception {
    byte[] frame = new byte[64 << 20];
    try (Transport.Connection connection = transport.connect(driver)) {
      connection.send("local", frame);
      assertThat(next(host.frames).bytes()).isSameAs(frame);
      assertThat(next(driver.frames).bytes()).isSameAs(frame);
    }
  }

  @Test
  void poolsOfOneJvmDoNotHearEachOther() throws Exception {
    Ear other = new Ear();
    Echo otherHost = new Echo();
    try (Transport.Connection mine = transport.connect(driver);
        Transport.Connection others = new ProcessesTransport(otherHost::open).connect(other)) {
      mine.send("local", new byte[] {1});
      others.send("local", new byte[] {2});

      assertThat(next(driver.frames).bytes()).containsExactly(1);
      assertThat(next(other.frames).bytes()).containsExactly(2);
      assertThat(host.frames).hasSize(1);
      assertThat(otherHost.frames).hasSize(1);
    }
  }

  @Test
  void closeEndsTheHostAndTheWaysToIt() throws Exception {
    Transport.Connection connection = transport.connect(driver);
    connection.send("local", new byte[1]);
    next(driver.frames);
    connection.close();
    connection.send("local", new byte[1]);
    connection.pass("local", List.of(ByteBuffer.wrap(new byte[1])));

    assertThat(host.closed.getCount()).isZero();
    assertThat(host.frames).hasSize(1);
    assertThat(driver.frames).isEmpty();
  }

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
    Ear mine = new Ear();
    Echo host = new Echo();
    ClassLoader users = new URLClassLoader(new URL[0]);
    ClassLoader usual = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(users);
    try (Transport.Connection connection = new ProcessesTransport(host::open).connect(mine)) {
      connection.send("local", new byte[1]);
      next(mine.frames);
    } finally {
      Thread.currentThread().setContextClassLoader(usual);
    }
    return List.of(
        new WeakReference<>(mine), new WeakReference<>(host), new WeakReference<>(users));
  }

  @Test
  void aHostThatCannotStartIsNotReported() {
    ProcessesTransport broken =
        new ProcessesTransport(
            (options, uplink) -> {
              throw new IllegalStateException("no workers here");
            });

    assertThatThrownBy(() -> broken.connect(driver)).hasMessage("no workers here");
    assertThat(driver.joined).isEmpty();
  }

  private static Frame next(BlockingQueue<Frame> frames) throws InterruptedException {
    return frames.take(); // The time limit of this class ends it otherwise.
  }

  /** A driver that writes down what it hears. */
  private static final class Ear implements Transport.Driver {

    final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
    final List<String> joined = new ArrayList<>();
    private final String session = UUID.randomUUID().toString();

    @Override
    public String session() {
      return session;
    }

    @Override
    public String option(String name) {
      return null;
    }

    @Override
    public void joined(String host) {
      joined.add(host);
    }

    @Override
    public void left(String host) {
      throw new AssertionError("It never leaves.");
    }

    @Override
    public void received(String host, byte[] frame) {
      frames.add(new Frame(host, frame));
    }
  }

  /** A host without workers: each frame goes back to its driver. */
  private static final class Echo implements HostEnd {

    final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
    final CountDownLatch closed = new CountDownLatch(1);
    HostOptions options;
    private Uplink uplink;

    HostEnd open(HostOptions offered, Uplink way) {
      options = offered;
      uplink = way;
      return this;
    }

    @Override
    public void received(String session, List<ByteBuffer> pieces) {
      byte[] frame = pieces.get(0).array(); // All frames of these tests are in one piece.
      frames.add(new Frame(session, frame));
      uplink.send(session, frame);
    }

    @Override
    public void driverLeft(String session) {
      throw new AssertionError("It is closed instead.");
    }

    @Override
    public HostInfo info() {
      throw new AssertionError("Nobody asks.");
    }

    @Override
    public boolean drain(long seconds) {
      throw new AssertionError("It is closed instead.");
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }
}
