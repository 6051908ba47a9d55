import dev.entourage.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs 2,000 tasks, while the test ends and starts hosts, and then one that outlives it. */
public class HostsDriver {

  private static final int HALF = 1_000;
  private static final AtomicInteger ENDED = new AtomicInteger();

  record Square(int of, int is) {}

  /** Loaded by a worker when this driver is dead. */
  static final class Late {
    @Override
    public String toString() {
      return "late";
    }
  }

  public static void main(String[] args) throws Exception {
    Workers.Builder builder = Workers.builder().transport("cluster").inheritClassPath(false);
    for (int i = 1; i < args.length; i++) {
      String[] pair = args[i].split("=", 2);
      builder.option(pair[0], pair[1]);
    }
    Workers workers = builder.build();
    List<CompletableFuture<Square>> all = new ArrayList<>();
    submit(workers, all);
    System.in.read();
    submit(workers, all);
    look(all);
    workers.members().forEach(worker -> System.out.println("host=" + worker.host()));
    outlive(workers, args[0]).join();
  }

  private static void submit(Workers workers, List<CompletableFuture<Square>> all) {
    for (int i = 0; i < HALF; i++) {
      int number = all.size();
      CompletableFuture<Square> task =
          workers.submit(
              () -> {
                Thread.sleep(15);
                return new Square(number, number * number);
              });
      task.whenComplete((square, e) -> ended());
      all.add(task);
    }
  }

  private static void ended() {
    int number = ENDED.incrementAndGet();
    if (number % 100 == 0) {
      System.out.println("ended=" + number);
    }
  }

  private static void look(List<CompletableFuture<Square>> all) {
    int right = 0;
    for (int i = 0; i < all.size(); i++) {
      try {
        right += all.get(i).join().equals(new Square(i, i * i)) ? 1 : 0;
      } catch (RuntimeException e) {
        System.out.println("failure=" + e);
      }
    }
    System.out.println("right=" + right);
  }

  private static CompletableFuture<Void> outlive(Workers workers, String file) {
    long driver = ProcessHandle.current().pid();
    return workers.run(
        () -> {
          System.out.println("outliving");
          while (ProcessHandle.of(driver).map(ProcessHandle::isAlive).orElse(false)) {
            Thread.sleep(20);
          }
          Files.writeString(Path.of(file), new Late().toString());
          Thread.sleep(3_600_000);
        });
  }
}
