package dev.entourage.engine;

import dev.entourage.spi.Transport;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Connects a driver to a host in the same JVM by a thread for each way. */
public final class MemoryTransport implements Transport {

  static final String HOST = "memory-host";

  /** Makes the transport, for {@link java.util.ServiceLoader}. */
  public MemoryTransport() {}

  @Override
  public String id() {
    return "memory";
  }

  @Override
  public Set<String> options() {
    return Set.of("max", "code");
  }

  @Override
  public Connection connect(Driver driver) {
    ExecutorService up = Executors.newSingleThreadExecutor(Threads.named("memory-up"));
    ExecutorService down = Executors.newSingleThreadExecutor(Threads.named("memory-down"));
    String max = driver.option("max");
    HostOptions options =
        new HostOptions(
            HOST,
            max == null ? Integer.MAX_VALUE : Integer.parseInt(max),
            true,
            Optional.ofNullable(driver.option("code")).map(Path::of));
    Host host =
        new Host(options, (session, frame) -> up.execute(() -> driver.received(HOST, frame)));
    driver.joined(HOST);
    return new Connection() {
      @Override
      public void send(String to, byte[] frame) {
        down.execute(() -> host.received(driver.session(), frame));
      }

      @Override
      public void close() {
        down.shutdown();
        host.close();
        up.shutdownNow();
      }
    };
  }
}
