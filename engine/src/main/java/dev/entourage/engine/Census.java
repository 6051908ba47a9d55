package dev.entourage.engine;

import dev.entourage.ConfigurationException;
import dev.entourage.EntourageException;
import dev.entourage.HostInfo;
import dev.entourage.spi.Transport;
import dev.entourage.worker.BusCodec;
import dev.entourage.worker.BusMessage.AskStatus;
import dev.entourage.worker.BusMessage.Status;
import dev.entourage.worker.Frames;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Asks the hosts that a transport reports what they do, as a driver that opens no session: it has
 * no workers, and takes none from others.
 *
 * @since 0.1
 */
public final class Census {

  private Census() {}

  /**
   * Asks all hosts, and waits for their answers. Those that don't answer are told of in the log.
   *
   * @param transport the way to the hosts
   * @param options the transport's
   * @param patience how long to wait for hosts and for what they say
   * @return what the hosts have answered, by name; nothing where none has
   * @throws ConfigurationException when the transport knows no such option, or can't connect
   */
  public static List<HostInfo> take(
      Transport transport, Map<String, String> options, Duration patience) {
    Choice.requireKnown(options.keySet(), transport);
    Taker taker = new Taker(options);
    try (Transport.Connection connection = transport.connect(taker)) {
      taker.way.complete(connection);
      taker.done.completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS).join();
      return taker.answers();
    }
  }

  /** Hears of hosts, and of what they answer. */
  private static final class Taker implements Transport.Driver {

    private final String session = "census-" + UUID.randomUUID();
    private final Map<String, String> options;
    private final CompletableFuture<Transport.Connection> way = new CompletableFuture<>();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final Set<String> silent = new TreeSet<>();
    private final Map<String, HostInfo> answers = new TreeMap<>();

    Taker(Map<String, String> options) {
      this.options = Map.copyOf(options);
    }

    synchronized List<HostInfo> answers() {
      silent.forEach(host -> Log.LOG.warn("A host doesn't answer: host={}", host));
      return List.copyOf(answers.values());
    }

    @Override
    public String session() {
      return session;
    }

    @Override
    public String option(String name) {
      return options.get(name);
    }

    @Override
    public void joined(String host) {
      expect(host);
      way.thenAccept(to -> to.send(host, BusCodec.encode(new AskStatus())));
    }

    private synchronized void expect(String host) {
      silent.add(host);
    }

    @Override
    public void left(String host) {
      settle(host);
    }

    @Override
    public void received(String host, byte[] frame) {
      int protocol = BusCodec.protocol(ByteBuffer.wrap(frame));
      if (protocol != Frames.VERSION) {
        Log.LOG.warn("A host doesn't fit: host={}, {}", host, Hindrance.protocol(protocol));
        settle(host);
        return;
      }
      try {
        if (BusCodec.decode(frame) instanceof Status status) {
          answered(host, status.host());
        }
      } catch (EntourageException damaged) {
        Log.LOG.warn("Dropped a frame of host {}: {}", host, damaged.getMessage());
      }
    }

    /** A host speaks for itself alone, under the name that its link has. */
    private synchronized void answered(String host, HostInfo info) {
      if (info.name().equals(host) && silent.contains(host)) {
        answers.put(host, info);
        settle(host);
      }
    }

    /** Nothing more is to come of a host. Where there was none at all, one may yet join. */
    private synchronized void settle(String host) {
      if (silent.remove(host) && silent.isEmpty() && !answers.isEmpty()) {
        done.complete(null);
      }
    }
  }
}
