import dev.entourage.CallOptions;
import dev.entourage.WorkerInfo;
import dev.entourage.Workers;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Keeps a pool at work while its workers are killed, stopped and slowed at random, and checks each
 * result. Its arguments: how many seconds that goes on, how many tasks must end at least, the seed.
 */
public class ChaosDriver {

  /** When no task ends for so long one is lost, and what may tell why is printed. */
  private static final long HANG = 60_000;

  private static final int WORKERS = 4;

  /** More often than any task meets a worker that is killed: none may be given up. */
  private static final int ATTEMPTS = 100;

  private final Workers workers;
  private final int least;
  private final AtomicInteger submitted = new AtomicInteger();
  private final AtomicInteger right = new AtomicInteger();
  private final Map<String, Throwable> failures = new ConcurrentHashMap<>();
  private volatile boolean calm;

  private ChaosDriver(Workers workers, int least) {
    this.workers = workers;
    this.least = least;
  }

  public static void main(String[] args) throws Exception {
    System.out.println("loses=workers");
    System.out.println("seed=" + args[2]);
    Workers.Builder builder = Workers.builder().processes(WORKERS).slots(2).attempts(ATTEMPTS);
    String temporary = "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir");
    try (Workers workers = builder.jvmOptions("-XX:TieredStopAtLevel=1", temporary).build()) {
      new ChaosDriver(workers, Integer.parseInt(args[1]))
          .run(Long.parseLong(args[0]), Long.parseLong(args[2]));
    }
    System.out.println("closed=true");
  }

  private void run(long seconds, long seed) throws InterruptedException {
    List<Thread> users =
        List.of(user(this::singles), user(this::nested), user(this::mapped), user(this::streamed));
    Thread watch = new Thread(this::watch);
    watch.setDaemon(true);
    watch.start();
    workers.submit(() -> 0).join();
    Chaos chaos = new Chaos(workers, new Random(seed));
    chaos.run(seconds);
    calm = true;
    for (Thread user : users) {
      user.join();
    }
    System.out.println(chaos);
    failures.forEach((what, e) -> System.out.println("failure=" + what + ": " + e));
    System.out.println("submitted=" + submitted);
    System.out.println("right=" + right);
  }

  private Thread user(Round round) {
    Thread thread = new Thread(() -> use(round));
    thread.start();
    return thread;
  }

  /** One of the users of the pool, who submit tasks at the same time. */
  private interface Round {
    void run(int number) throws Exception;
  }

  private void use(Round round) {
    for (int i = 0; !calm || submitted.get() < least; i++) {
      try {
        round.run(i);
      } catch (Exception e) {
        failures.put("round " + i, e);
      }
    }
  }

  private void singles(int round) throws Exception {
    List<Future<Long>> futures = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      int n = round * 100 + i;
      futures.add(workers.submit(() -> work(n)));
    }
    submitted.addAndGet(futures.size());
    for (int i = 0; i < 100; i++) {
      expect(answer(round * 100 + i), futures.get(i));
    }
  }

  private void nested(int round) throws Exception {
    Workers pool = workers;
    List<Future<Long>> futures = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      int n = round * 10 + i;
      futures.add(workers.submit(n % 2 == 0 ? () -> two(pool, n) : () -> several(pool, n)));
    }
    submitted.addAndGet(futures.size());
    for (int i = 0; i < 10; i++) {
      int n = round * 10 + i;
      expect(n % 2 == 0 ? 2 * answer(n) : 5 * answer(n), futures.get(i));
    }
  }

  private void mapped(int round) {
    List<Integer> items = IntStream.range(round * 1000, (round + 1) * 1000).boxed().toList();
    submitted.addAndGet(items.size());
    List<Long> results = workers.map(items, ChaosDriver::work);
    check(items, results);
  }

  private void streamed(int round) {
    List<Integer> items = IntStream.range(0, 200).boxed().toList();
    submitted.addAndGet(items.size());
    CallOptions unordered = CallOptions.defaults().withOrdered(false);
    List<Long> results = new ArrayList<>();
    try (Stream<Long> stream = workers.stream(items, ChaosDriver::work, unordered)) {
      stream.forEach(results::add);
    }
    results.sort(null);
    check(items, results);
  }

  /** Long enough, now and then, for a worker to die in the midst of it. */
  static long work(int n) throws InterruptedException {
    if (n % 16 == 0) {
      Thread.sleep(n % 48);
    }
    return answer(n);
  }

  static long answer(int n) {
    return n * 31L + 7;
  }

  static long two(Workers pool, int n) throws Exception {
    Future<Long> first = pool.submit(() -> work(n));
    Future<Long> second = pool.submit(() -> work(n));
    return first.get() + second.get();
  }

  /** Waits in a way that no future of ours can know of. */
  static long several(Workers pool, int n) throws Exception {
    CountDownLatch ends = new CountDownLatch(1);
    CompletableFuture<Long> single = pool.submit(() -> work(n));
    single.whenComplete((result, e) -> ends.countDown());
    long sum = pool.map(List.of(n, n, n, n), ChaosDriver::work).stream().mapToLong(r -> r).sum();
    ends.await();
    return sum + single.join();
  }

  private void expect(long answer, Future<Long> future) throws Exception {
    check(answer, future.get());
  }

  private void check(List<Integer> items, List<Long> results) {
    for (int i = 0; i < items.size(); i++) {
      check(answer(items.get(i)), results.get(i));
    }
  }

  private void check(long answer, long result) {
    if (result == answer) {
      right.incrementAndGet();
    } else {
      failures.put(result + " instead of " + answer, new AssertionError());
    }
  }

  private void watch() {
    try {
      for (int before = -1; before != right.get(); Thread.sleep(HANG)) {
        before = right.get();
      }
    } catch (InterruptedException e) {
      return;
    }
    System.out.println("hang=" + workers);
    Chaos.dump(ProcessHandle.current().pid());
    workers.members().forEach(worker -> Chaos.dump(worker.pid()));
    System.out.flush();
    Runtime.getRuntime().halt(3);
  }
}

/** Harms workers at random, one after the other. */
final class Chaos {

  private final Workers workers;
  private final Random random;
  private int kills;
  private int stops;
  private int slowed;

  Chaos(Workers workers, Random random) {
    this.workers = workers;
    this.random = random;
  }

  void run(long seconds) throws InterruptedException {
    long end = System.nanoTime() + seconds * 1_000_000_000;
    while (System.nanoTime() < end) {
      Thread.sleep(random.nextInt(400));
      List<Long> pids = ProcessHandle.current().children().map(ProcessHandle::pid).toList();
      if (!pids.isEmpty()) {
        harm(pids.get(random.nextInt(pids.size())));
      }
    }
  }

  private void harm(long pid) throws InterruptedException {
    switch (random.nextInt(4)) {
      case 0 -> stop(pid, 100 + random.nextInt(900));
      case 1 -> slow(pid);
      default -> kill(pid);
    }
  }

  /**
   * One that hasn't started yet is spared where no other lives: a pool would give up in the end.
   */
  private void kill(long pid) {
    List<Long> living = workers.members().stream().map(WorkerInfo::pid).toList();
    if (living.size() > 1 || living.contains(pid)) {
      signal("KILL", pid);
      kills++;
    }
  }

  /** Half of those that are stopped never go on. */
  private void stop(long pid, long millis) throws InterruptedException {
    signal("STOP", pid);
    Thread.sleep(millis);
    if (random.nextBoolean()) {
      kill(pid);
    }
    signal("CONT", pid);
    stops++;
  }

  private void slow(long pid) throws InterruptedException {
    for (int i = 0; i < 10; i++) {
      signal("STOP", pid);
      Thread.sleep(random.nextInt(30));
      signal("CONT", pid);
    }
    slowed++;
  }

  /** A signal to a worker that has just ended is none. */
  private static void signal(String name, long pid) {
    run(new ProcessBuilder("kill", "-" + name, Long.toString(pid)), Redirect.DISCARD);
  }

  /** Prints what the threads of a JVM do. */
  static void dump(long pid) {
    signal("CONT", pid);
    String jcmd = System.getProperty("java.home") + "/bin/jcmd";
    run(new ProcessBuilder(jcmd, Long.toString(pid), "Thread.print"), Redirect.INHERIT);
  }

  private static void run(ProcessBuilder command, Redirect output) {
    try {
      command.redirectError(Redirect.DISCARD).redirectOutput(output).start().waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "kills=" + kills + "\nstops=" + stops + "\nslowed=" + slowed;
  }
}
