package dev.entourage.engine;

import dev.entourage.spi.Transport;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A driver and its host in one JVM without an event bus, for {@link ArchiveMaker}. */
final class DirectTransport implements Transport {

  private static final String HOST = "direct";

  @Override
  public String id() {
    return "processes";
  }

  @Override
  public Connection connect(Driver driver) {
    ExecutorService up = Executors.newSingleThreadExecutor(Threads.named("entourage-up"));
    Host host =
        new Host(
            new HostOptions(HOST, 1, true),
            (session, frame) -> up.execute(() -> driver.received(HOST, frame)));
    driver.joined(HOST);
    return new Connection() {
      @Override
      public void send(String to, byte[] frame) {
        host.received(driver.session(), frame);
      }

      @Override
      public void close() {
        host.close();
        up.shutdown();
      }
    };
  }
}
