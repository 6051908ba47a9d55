import dev.entourage.WorkerInfo;
import dev.entourage.Workers;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Runs rounds of tasks when it is told to, while its hosts come and go. */
public class RoundsDriver {

  private static final int TASKS = 2_000;

  record Answer(int task, int value) {}

  public static void main(String[] args) throws Exception {
    try (Workers workers = Workers.builder().build();
        BufferedReader told = new BufferedReader(new InputStreamReader(System.in))) {
      for (String line = told.readLine(); line != null; line = told.readLine()) {
        String[] words = line.split(" ");
        switch (words[0]) {
          case "round" -> round(workers);
          case "hosts" -> await(workers, Set.of(words[1].split(",")));
          default -> throw new IllegalArgumentException(line);
        }
      }
    }
  }

  /** Every future ends once, with the answer to its own question. */
  private static void round(Workers workers) {
    AtomicIntegerArray ends = new AtomicIntegerArray(TASKS);
    AtomicInteger ended = new AtomicInteger();
    List<String> failures = new CopyOnWriteArrayList<>();
    List<CompletableFuture<Void>> all =
        IntStream.range(0, TASKS)
            .mapToObj(
                task ->
                    workers
                        .submit(() -> answer(task))
                        .handle(
                            (answer, failure) -> {
                              ends.incrementAndGet(task);
                              if (!new Answer(task, task * 31).equals(answer)) {
                                failures.add(task + ": " + answer + " " + failure);
                              }
                              if (ended.incrementAndGet() == TASKS / 5) {
                                System.out.println("under way");
                              }
                              return (Void) null;
                            }))
            .toList();
    all.forEach(CompletableFuture::join);
    failures.stream().limit(10).forEach(failure -> System.out.println("failure=" + failure));
    boolean once = IntStream.range(0, TASKS).allMatch(task -> ends.get(task) == 1);
    System.out.println("round=" + (TASKS - failures.size()) + " right, each once: " + once);
  }

  static Answer answer(int task) throws InterruptedException {
    Thread.sleep(5);
    return new Answer(task, task * 31);
  }

  /** Workers of just these hosts serve. */
  private static void await(Workers workers, Set<String> wanted) throws InterruptedException {
    while (!hosts(workers).equals(new TreeSet<>(wanted))) {
      Thread.sleep(100);
    }
    System.out.println("hosts=" + hosts(workers));
  }

  private static Set<String> hosts(Workers workers) {
    return workers.members().stream()
        .map(WorkerInfo::host)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
