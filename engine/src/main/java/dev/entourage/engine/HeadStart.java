package dev.entourage.engine;

import dev.entourage.EntourageException;
import dev.entourage.spi.Transport;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * What a pool on this machine begins with, beside all that the driver makes first: the connection
 * to its host, and the JVM of its first worker, which takes about as long to start. That is told
 * its session like any other, and waits until then. The host, which is in this very JVM, finds it
 * by the session. Thread-safe.
 */
final class HeadStart {

  private static final Map<String, HeadStart> BEGUN = new ConcurrentHashMap<>();

  private final CompletableFuture<Transport.Connection> connection = new CompletableFuture<>();
  private final CompletableFuture<WorkerArchive> archive = new CompletableFuture<>();
  private final CompletableFuture<Process> jvm = new CompletableFuture<>();

  /** Null once somebody has it. */
  private final AtomicReference<CompletableFuture<Process>> process = new AtomicReference<>(jvm);

  private HeadStart() {}

  /**
   * Returns at once. The host takes what has begun; where it doesn't come to that, {@link
   * #drop(String)} ends it.
   *
   * @return gives the connection; one of another transport's is made when it is asked for
   */
  static Supplier<Transport.Connection> begin(PoolOptions options, Bus bus) {
    Transport transport = options.transport();
    if (!transport.id().equals(Choice.PROCESSES)) {
      return () -> transport.connect(bus);
    }
    HeadStart begun = new HeadStart();
    BEGUN.put(bus.session(), begun);
    Threads.start("entourage-head-start", () -> begun.start(options));
    Threads.start("entourage-connect", () -> begun.connect(transport, bus));
    return begun::connection;
  }

  /** Returns what has begun for a session, to its host. */
  static Optional<HeadStart> take(String session) {
    return Optional.ofNullable(BEGUN.remove(session));
  }

  /** Ends what no host has taken. */
  static void drop(String session) {
    take(session)
        .ifPresent(
            begun -> {
              begun.connection.thenAccept(Transport.Connection::close);
              begun.drop();
            });
  }

  /** What all workers of the session are started with. */
  WorkerArchive archive() {
    return archive.join();
  }

  /**
   * Returns the JVM to the first who asks; none where it could not start: the next try will say.
   */
  Optional<Process> process() {
    try {
      return Optional.ofNullable(process.getAndSet(null)).map(CompletableFuture::join);
    } catch (CompletionException e) {
      Log.LOG.debug("A first worker could not be started early", e);
      return Optional.empty();
    }
  }

  /** Ends the JVM, unless somebody has it. */
  void drop() {
    Optional.ofNullable(process.getAndSet(null))
        .ifPresent(unused -> unused.thenAccept(Process::destroyForcibly));
  }

  private void start(PoolOptions options) {
    try {
      archive.complete(WorkerArchive.of(options.backend(), options.jvmOptions()));
      jvm.complete(
          WorkerCommand.of(
                  options.jvmOptions(), options.environment(), options.backend(), archive())
              .start());
    } catch (IOException | RuntimeException | Error e) {
      archive.completeExceptionally(e);
      jvm.completeExceptionally(e);
    }
  }

  private void connect(Transport transport, Bus bus) {
    try {
      connection.complete(transport.connect(bus));
    } catch (RuntimeException | Error e) {
      connection.completeExceptionally(e);
    }
  }

  /** Waits for it, as if the caller had made it: an interrupt doesn't end that. */
  private Transport.Connection connection() {
    try {
      return connection.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new EntourageException("A pool could not be connected", e.getCause());
    }
  }
}
