package dev.entourage.benchmarks;

import dev.entourage.Shared;
import dev.entourage.Workers;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * A pool of two workers, and one on a cluster, beside what one would use instead, each in JVMs of
 * its own and all in one run: a clustered event bus, a socket pair with object streams, Java RMI.
 * Takes about four minutes.
 *
 * <p>{@code java -cp benchmarks/target/benchmarks.jar dev.entourage.benchmarks.PoolTable}; names of
 * rows behind it limit the table to these.
 */
public final class PoolTable implements AutoCloseable {

  private static final String CLUSTER = "Entourage, cluster";
  private static final int ROUNDS = 7;
  private static final int CALLS = 2_000;

  private static final int FIRST = 1_000;

  /** Others fall no more long before; on a cluster four JVMs have code to compile. */
  private static final int WARM_UP = 100_000;

  /** Rounds; those without state are warm from other rows. */
  private static final int SHARED_WARM_UP = 30;

  /** One takes milliseconds, and one in a few twice as long: of seven the median tells little. */
  private static final int SHARED_ROUNDS = 101;

  private static final int TASKS = 5_000;
  private static final int ITEMS = 50_000;
  private static final int ARRAYS = 8;

  /** Idle workers give memory back within ten seconds. */
  private static final long IDLE_MILLIS = 12_000;

  /** How long an archive may take to be made. */
  private static final int ARCHIVE_SECONDS = 20;

  private final Workers workers = Workers.local(2);
  private final ClusterPool cluster = ClusterPool.start();
  private final BusPeer bus = BusPeer.start();
  private final List<SocketPeer> sockets = List.of(SocketPeer.start(), SocketPeer.start());
  private final List<RmiPeer> rmis = List.of(RmiPeer.start(), RmiPeer.start());
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private PoolTable() throws Exception {}

  /**
   * Prints the table.
   *
   * @param arguments names of rows; none for all
   */
  public static void main(String[] arguments) throws Exception {
    List<String> only = List.of(arguments);
    System.out.println("| Row | ours | others (how many times better we are) |");
    System.out.println("|---|---|---|");
    try (PoolTable table = new PoolTable()) {
      table.row(only, "roundTrip", table::roundTrip);
      table.row(only, "submit", table::submit);
      table.row(only, "map", table::map);
      table.row(only, "shared", table::shared);
      table.row(only, "arrays", table::arrays);
      table.row(only, "memory", table::memory);
      table.row(only, "start", StartRow::print);
    }
    System.exit(0);
  }

  /** Prints one row or more. */
  private interface Row {
    void print() throws Exception;
  }

  private void row(List<String> only, String name, Row row) throws Exception {
    if (only.isEmpty() || only.contains(name)) {
      row.print();
    }
  }

  private void roundTrip() throws Exception {
    Map<String, Callable<?>> contenders = new LinkedHashMap<>();
    contenders.put("Entourage", () -> workers.submit(PoolTasks.small()).join());
    contenders.put(CLUSTER, () -> cluster.workers().submit(PoolTasks.small()).join());
    contenders.put("event bus", () -> bus.triple(5).toCompletableFuture().get());
    contenders.put("sockets", () -> sockets.get(0).call(PoolTasks.small()));
    contenders.put("RMI", () -> rmis.get(0).service().triple(5));
    contenders.put("RMI, task", () -> rmis.get(0).service().execute(RmiPeer.small()));
    Rounds first = Rounds.ofTimes("round trip, µs, the first 1,000", 1).cold();
    contenders.forEach((name, call) -> first.add(name, () -> calls(FIRST, call)));
    first.print();
    Rounds warm = Rounds.ofTimes("round trip, µs", ROUNDS);
    for (Map.Entry<String, Callable<?>> contender : contenders.entrySet()) {
      calls(WARM_UP, contender.getValue());
      warm.add(contender.getKey(), () -> calls(CALLS, contender.getValue()));
    }
    warm.print();
  }

  /** The median of calls one at a time, in microseconds. */
  private static double calls(int count, Callable<?> call) throws Exception {
    double[] micros = new double[count];
    for (int i = 0; i < count; i++) {
      long before = System.nanoTime();
      call.call();
      micros[i] = (System.nanoTime() - before) / 1e3;
    }
    return Rounds.median(micros);
  }

  private void submit() throws Exception {
    Rounds.ofRates("small tasks, submitted all at once, 1/s", ROUNDS)
        .add("Entourage", () -> rate(TASKS, () -> submitAll(workers)))
        .add(CLUSTER, () -> rate(TASKS, () -> submitAll(cluster.workers())))
        .add("event bus", () -> rate(TASKS, this::busAll))
        .add("sockets", () -> rate(TASKS, () -> inBoth(i -> socketAll(sockets.get(i), TASKS / 2))))
        .add("RMI", () -> rate(TASKS, () -> inBoth(i -> rmiAll(rmis.get(i), TASKS / 2))))
        .print();
  }

  private void map() throws Exception {
    Rounds.ofRates("small tasks through map, 50,000 items, 1/s", ROUNDS)
        .add("Entourage", () -> rate(ITEMS, () -> mapAll(workers, ITEMS)))
        .add(CLUSTER, () -> rate(ITEMS, () -> mapAll(cluster.workers(), ITEMS)))
        .add("sockets", () -> rate(TASKS, () -> inBoth(i -> socketAll(sockets.get(i), TASKS / 2))))
        .print();
    Rounds.ofRates("small tasks through map, 5,000 items, 1/s", ROUNDS)
        .add("Entourage", () -> rate(TASKS, () -> mapAll(workers, TASKS)))
        .add(CLUSTER, () -> rate(TASKS, () -> mapAll(cluster.workers(), TASKS)))
        .print();
  }

  private static Object mapAll(Workers workers, int count) {
    return workers.map(IntStream.range(0, count).boxed().toList(), PoolTasks.triple());
  }

  private static double rate(int count, Callable<?> all) throws Exception {
    long before = System.nanoTime();
    all.call();
    return count * 1e9 / (System.nanoTime() - before);
  }

  private static Object submitAll(Workers workers) {
    List<CompletableFuture<Integer>> futures = new ArrayList<>();
    for (int i = 0; i < TASKS; i++) {
      int x = i;
      futures.add(workers.submit(PoolTasks.triple(x)));
    }
    return futures.stream().mapToInt(CompletableFuture::join).sum();
  }

  private Object busAll() {
    List<CompletableFuture<Integer>> futures = new ArrayList<>();
    for (int i = 0; i < TASKS; i++) {
      futures.add(bus.triple(i).toCompletableFuture());
    }
    return futures.stream().mapToInt(CompletableFuture::join).sum();
  }

  /** Something that uses one of two peers. */
  private interface OfPeer {
    void run(int index) throws Exception;
  }

  private Object inBoth(OfPeer body) throws Exception {
    Future<?> other = threads.submit(() -> call(body, 1));
    call(body, 0);
    return other.get();
  }

  private static Object call(OfPeer body, int index) throws Exception {
    body.run(index);
    return index;
  }

  private void socketAll(SocketPeer peer, int count) throws Exception {
    Future<?> writing = threads.submit(() -> writeAll(peer, count));
    for (int i = 0; i < count; i++) {
      peer.read();
    }
    writing.get();
  }

  private static Object writeAll(SocketPeer peer, int count) throws Exception {
    for (int i = 0; i < count; i++) {
      int x = i;
      peer.write(PoolTasks.triple(x));
    }
    peer.flush();
    return count;
  }

  private static void rmiAll(RmiPeer peer, int count) throws Exception {
    for (int i = 0; i < count; i++) {
      peer.service().triple(i);
    }
  }

  private void shared() throws Exception {
    byte[] state = new byte[100_000];
    Rounds.ofTimes("2,000 tasks with 100 KB of shared state, ms", SHARED_ROUNDS)
        .warm(SHARED_WARM_UP)
        .add(
            "Entourage",
            () -> {
              Shared<byte[]> shared = workers.share(state.clone());
              return millis(() -> sum(i -> workers.submit(PoolTasks.with(shared, i))));
            })
        .add("Entourage without", () -> millis(() -> sum(i -> workers.submit(PoolTasks.triple(i)))))
        .print();
  }

  private static Object sum(java.util.function.IntFunction<CompletableFuture<Integer>> submit) {
    List<CompletableFuture<Integer>> futures = IntStream.range(0, CALLS).mapToObj(submit).toList();
    return futures.stream().mapToInt(CompletableFuture::join).sum();
  }

  private static double millis(Callable<?> body) throws Exception {
    long before = System.nanoTime();
    body.call();
    return (System.nanoTime() - before) / 1e6;
  }

  /** Both ways count. */
  private void arrays() throws Exception {
    double[] array = IntStream.range(0, 1 << 20).asDoubleStream().toArray();
    double megabytes = 2 * ARRAYS * 8.0 * (1 << 20) / 1e6;
    Rounds.ofRates("8 MB arrays out and back, MB/s", ROUNDS)
        .add("Entourage", () -> megabytes * per(() -> workers.submit(PoolTasks.echo(array)).join()))
        .add(
            CLUSTER,
            () -> megabytes * per(() -> cluster.workers().submit(PoolTasks.echo(array)).join()))
        .add("event bus", () -> megabytes * per(() -> busEcho(array)))
        .add("sockets", () -> megabytes * per(() -> sockets.get(0).call(PoolTasks.echo(array))))
        .add("RMI", () -> megabytes * per(() -> rmis.get(0).service().echo(array)))
        .print();
  }

  private static double per(Callable<?> call) throws Exception {
    long before = System.nanoTime();
    for (int i = 0; i < ARRAYS; i++) {
      call.call();
    }
    return 1e9 / (System.nanoTime() - before);
  }

  private double[] busEcho(double[] array) throws Exception {
    ByteBuffer out = ByteBuffer.allocate(8 * array.length);
    out.asDoubleBuffer().put(array);
    Buffer reply = bus.echo(Buffer.buffer(out.array())).toCompletableFuture().get();
    double[] back = new double[array.length];
    ByteBuffer.wrap(reply.getBytes()).asDoubleBuffer().get(back);
    return back;
  }

  /** Usually with an archive of its classes, which the end of a user's first pool makes. */
  private void memory() throws Exception {
    for (int tries = 0; tries < ARCHIVE_SECONDS && !hasArchive(); tries++) {
      Thread.sleep(1000);
    }
    try (Workers idle = Workers.local(1)) {
      long pid = idle.submit(PoolTasks.pid()).join();
      String archive = idle.submit(PoolTasks.archive()).join().replaceAll(":.*", "");
      Thread.sleep(IDLE_MILLIS);
      System.out.println("| idle worker, archive " + archive + " | " + Resident.of(pid) + " |");
    }
  }

  private static boolean hasArchive() {
    try (Workers other = Workers.local(1)) {
      return !other.submit(PoolTasks.archive()).join().startsWith("none yet");
    }
  }

  @Override
  public void close() throws IOException {
    threads.shutdownNow();
    workers.close();
    for (SocketPeer socket : sockets) {
      socket.close();
    }
    rmis.forEach(RmiPeer::close);
    bus.close();
    cluster.close();
  }
}
