import dev.entourage.CallOptions;
import dev.entourage.WorkerInfo;
import dev.entourage.Workers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Does one thing very often, and prints now and then what it costs the driver and its workers. Its
 * arguments: what, how often, how often it looks.
 */
public class SoakDriver {

  private final int times;
  private final int looks;
  private int looked;

  private SoakDriver(int times, int looks) {
    this.times = times;
    this.looks = looks;
  }

  public static void main(String[] args) throws Exception {
    SoakDriver driver = new SoakDriver(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    long begin = System.nanoTime();
    switch (args[0]) {
      case "pools" -> driver.pools();
      case "submit" -> driver.submit();
      case "map" -> driver.map();
      case "bulk" -> driver.bulk();
      case "stream" -> driver.stream(Boolean.parseBoolean(args[3]), args[4]);
      default -> throw new IllegalArgumentException(args[0]);
    }
    System.out.println("seconds=" + (System.nanoTime() - begin) / 1_000_000_000);
    System.out.println("done=" + driver.times);
  }

  /** Opens pools and closes them. */
  private void pools() throws Exception {
    for (int i = 0; i < times; i++) {
      int n = i;
      try (Workers workers = Workers.local(2)) {
        check(n + 1L, workers.submit(() -> n + 1L).join());
        check(List.of(1L, 2L, 3L), workers.map(List.of(0, 1, 2), x -> x + 1L));
      }
      if (isTime(i + 1)) {
        look("driver", ProcessHandle.current());
      }
    }
  }

  /** Submits tasks, a thousand at once. */
  private void submit() throws Exception {
    try (Workers workers = Workers.local(2)) {
      int round = 1_000;
      for (int i = 0; i < times; i += round) {
        List<CompletableFuture<Long>> futures = new ArrayList<>();
        for (int k = 0; k < round; k++) {
          long n = i + k;
          futures.add(workers.submit(() -> n * n));
        }
        for (int k = 0; k < round; k++) {
          check((long) (i + k) * (i + k), futures.get(k).join());
        }
        lookAtAll(workers, i + round);
      }
    }
  }

  /** Maps lists of ten thousand items. */
  private void map() throws Exception {
    try (Workers workers = Workers.local(2)) {
      int round = 10_000;
      for (int i = 0; i < times; i += round) {
        List<Long> items = LongStream.range(i, i + round).boxed().toList();
        check(items.stream().map(n -> n * n).toList(), workers.map(items, n -> n * n));
        lookAtAll(workers, i + round);
      }
    }
  }

  /** Takes results of an endless source, as fast as they come or not. */
  private void stream(boolean ordered, String slow) throws Exception {
    Iterable<Long> endless = () -> new Source(slow.equals("producer"));
    CallOptions options = CallOptions.defaults().withOrdered(ordered);
    long sum = 0;
    try (Workers workers = Workers.builder().processes(2).jvmOptions("-Xmx64m").build();
        Stream<Long> results = workers.stream(endless, n -> 3 * n, options)) {
      Iterator<Long> each = results.iterator();
      for (int i = 0; i < times; i++) {
        sum += each.next();
        pause(slow.equals("consumer"), i);
        lookAtAll(workers, i + 1);
      }
    }
    if (ordered) {
      check(3L * times * (times - 1L) / 2, sum);
    }
  }

  /** Takes more bytes of an endless source than any JVM here has room for, and in both ways. */
  private void bulk() {
    try (Workers workers = Workers.builder().processes(2).jvmOptions("-Xmx64m").build()) {
      for (boolean ordered : List.of(true, false)) {
        CallOptions options = CallOptions.defaults().withOrdered(ordered);
        Iterable<byte[]> endless = () -> Stream.generate(() -> new byte[20_000]).iterator();
        try (Stream<byte[]> results = workers.stream(endless, SoakDriver::marked, options)) {
          Iterator<byte[]> each = results.iterator();
          for (int i = 0; i < times; i++) {
            check(20_007, each.next()[0] + 20_000);
            pause(ordered, 10L * i);
          }
        }
      }
    }
  }

  private static byte[] marked(byte[] bytes) {
    bytes[0] = 7;
    return bytes;
  }

  /** Numbers without an end. */
  private static final class Source implements Iterator<Long> {
    private final boolean slow;
    private long next;

    Source(boolean slow) {
      this.slow = slow;
    }

    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    public Long next() {
      pause(slow, next);
      return next++;
    }
  }

  private static void pause(boolean slow, long i) {
    if (slow && i % 1_000 == 0) {
      LockSupport.parkNanos(10_000_000);
    }
  }

  private void lookAtAll(Workers workers, int done) throws Exception {
    if (isTime(done)) {
      look("driver", ProcessHandle.current());
      for (WorkerInfo worker : workers.members()) {
        look(worker.name(), ProcessHandle.of(worker.pid()).orElseThrow());
      }
    }
  }

  /** Whether as much is done as another look takes. */
  private boolean isTime(int done) {
    boolean time = done >= (looked + 1L) * times / looks;
    looked += time ? 1 : 0;
    return time;
  }

  private static void look(String name, ProcessHandle jvm) throws Exception {
    System.out.println(name + "=" + Footprint.of(jvm));
    System.out.flush();
  }

  private static void check(Object expected, Object result) {
    if (!expected.equals(result)) {
      throw new AssertionError(result + " instead of " + expected);
    }
  }
}

/** What a JVM holds: what the machine says of its process, and jcmd of its memory. */
record Footprint(
    long heap,
    long metaspace,
    long resident,
    long threads,
    long files,
    long processes,
    long temporary) {

  private static final Pattern TOTAL = Pattern.compile("Total +\\d+ +(\\d+)");
  private static final Pattern METASPACE = Pattern.compile("Metaspace +used (\\d+)K");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+)");
  private static final Pattern THREADS = Pattern.compile("Threads:\\s+(\\d+)");

  static Footprint of(ProcessHandle jvm) throws Exception {
    String pid = Long.toString(jvm.pid());
    jcmd(pid, "GC.run");
    long children = jvm.descendants().count();
    // A histogram counts what is reachable, behind a garbage collection.
    long heap = number(TOTAL, jcmd(pid, "GC.class_histogram")) / 1024;
    long metaspace = number(METASPACE, jcmd(pid, "GC.heap_info"));
    String status = Files.readString(Path.of("/proc", pid, "status"));
    return new Footprint(
        heap,
        metaspace,
        number(RESIDENT, status),
        number(THREADS, status),
        count(Path.of("/proc", pid, "fd")),
        children,
        count(Path.of(System.getProperty("java.io.tmpdir"))));
  }

  private static long number(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException(pattern + " isn't in " + text);
    }
    return Long.parseLong(matcher.group(1));
  }

  private static long count(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  private static String jcmd(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/jcmd"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return text;
  }
}
