import dev.entourage.PreparationException;
import dev.entourage.Shared;
import dev.entourage.Workers;
import java.util.Map;

/** Large captures: a warning at the first limit, a refusal at the second. */
public class LimitCases {

  record Index(Map<String, byte[]> pages, long[] weights) {}

  public static void main(String[] args) throws Exception {
    Index small = new Index(Map.of("a", new byte[1000]), new long[1000]);
    Index large = new Index(Map.of("a", new byte[9_000_000], "b", new byte[1]), new long[300_000]);
    try (Workers workers = Workers.builder().processes(1).backend(args[0]).build()) {
      System.out.println("small=" + workers.submit(() -> small.pages().size()).join());
      for (int i = 0; i < 20; i++) {
        int number = i;
        int size = workers.submit(() -> large.pages().size() + number - number).join();
        System.out.println("large=" + size);
      }
      Shared<Index> shared = workers.share(large);
      System.out.println("shared=" + workers.submit(() -> shared.get().pages().size()).join());
    }
    try (Workers workers =
        Workers.builder().processes(1).backend(args[0]).refuseAbove(10_000_000).build()) {
      workers.submit(() -> large.pages().size()).join();
      System.out.println("refused=no");
    } catch (PreparationException e) {
      System.out.println("refused=" + e.path());
      e.getMessage().lines().forEach(line -> System.out.println("message=" + line));
    }
  }
}
