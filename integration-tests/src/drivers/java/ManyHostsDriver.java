import dev.entourage.WorkerInfo;
import dev.entourage.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Runs many small tasks on every host of a large cluster: as submits and as the items of a map. */
public class ManyHostsDriver {

  record Square(int of, long value) {}

  public static void main(String[] args) throws Exception {
    int hosts = Integer.parseInt(args[0]);
    int tasks = Integer.parseInt(args[1]);
    long begun = System.nanoTime();
    try (Workers workers = Workers.builder().build()) {
      while (hosts(workers) < hosts) {
        Thread.sleep(50);
      }
      System.out.println("joined=" + millis(begun));

      long first = System.nanoTime();
      List<CompletableFuture<Square>> all = new ArrayList<>();
      for (int task = 0; task < tasks; task++) {
        int number = task;
        all.add(workers.submit(() -> square(number)));
      }
      List<Square> submitted = all.stream().map(CompletableFuture::join).toList();
      System.out.println("submitted=" + millis(first));

      long second = System.nanoTime();
      List<Square> mapped =
          workers.map(IntStream.range(0, tasks).boxed().toList(), ManyHostsDriver::square);
      System.out.println("mapped=" + millis(second));

      List<Square> expected = IntStream.range(0, tasks).mapToObj(ManyHostsDriver::square).toList();
      System.out.println("right=" + (submitted.equals(expected) && mapped.equals(expected)));
      System.out.println("hosts=" + hosts(workers));
      System.out.println(
          "busy=" + workers.members().stream().filter(worker -> worker.tasks() > 0).count());
    }
    System.out.println("all=" + millis(begun));
  }

  static Square square(int of) {
    return new Square(of, (long) of * of);
  }

  private static long hosts(Workers workers) {
    return workers.members().stream().map(WorkerInfo::host).distinct().count();
  }

  private static long millis(long since) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
  }
}
