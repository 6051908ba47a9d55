import dev.entourage.Workers;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Keeps a pool at work until somebody ends it by a line of input. Its workers read options for Java
 * from a file at each start, so that one which takes the place of another can be made to wait.
 */
public class PausedDriver {

  private static final List<Integer> ITEMS = IntStream.range(0, 100).boxed().toList();

  public static void main(String[] args) throws Exception {
    System.out.println("loses=workers");
    System.out.println("driver=" + ProcessHandle.current().pid());
    Workers.Builder builder = Workers.builder().processes(2).inheritClassPath(false);
    try (Workers workers = builder.jvmOptions("@" + args[0]).build()) {
      work(workers, () -> workers.members().size() < 2);
      workers.members().forEach(worker -> System.out.println("worker=" + worker.pid()));
      System.out.println("ready");
      work(workers, () -> System.in.available() == 0);
      System.in.read();
      System.out.println("alone=" + workers.members().size());
      System.out.println("whole?");
      work(workers, () -> workers.members().size() < 2);
      System.out.println("whole=" + workers.members().size());
    }
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  /** Maps lists and submits tasks, and checks each result. */
  private static void work(Workers workers, Condition condition) throws Exception {
    List<Integer> doubled = ITEMS.stream().map(x -> 2 * x).toList();
    while (condition.holds()) {
      if (!workers.map(ITEMS, x -> 2 * x).equals(doubled)) {
        throw new AssertionError("A wrong result");
      }
    }
  }
}
