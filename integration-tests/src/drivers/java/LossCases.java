import dev.entourage.WorkerInfo;
import dev.entourage.WorkerLostException;
import dev.entourage.Workers;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Workers that die under their tasks. */
public class LossCases {

  public static void main(String[] args) {
    Cases.run(LossCases.class, args);
  }

  // E41
  static void haltOfAWorkerFailsItsTaskAndThePoolGoesOn(Workers workers) throws Exception {
    WorkerLostException e =
        Cases.thrown(
            WorkerLostException.class,
            () ->
                Cases.on(
                    workers,
                    () -> {
                      System.out.println("the last words");
                      System.out.flush();
                      Runtime.getRuntime().halt(7);
                      return 0;
                    }));
    lost(e, 7);
    Cases.check(
        String.join("\n", e.attempts().get(0).lastOutput()).contains("the last words"),
        "last output: " + e.attempts());
    whole(workers);
  }

  // E41
  static void killOfAWorkerFailsItsTaskAndThePoolGoesOn(Workers workers) throws Exception {
    WorkerLostException e =
        Cases.thrown(
            WorkerLostException.class,
            () ->
                Cases.on(
                    workers,
                    () -> {
                      String pid = Long.toString(ProcessHandle.current().pid());
                      new ProcessBuilder("kill", "-9", pid).start().waitFor();
                      Thread.currentThread().join();
                      return 0;
                    }));
    lost(e, 137);
    whole(workers);
  }

  private static void lost(WorkerLostException e, int exitCode) {
    Cases.check(!e.attempts().isEmpty(), "no attempt in " + e.getMessage());
    for (WorkerLostException.Attempt attempt : e.attempts()) {
      Cases.same(exitCode, attempt.exitCode());
      Cases.check(
          ProcessHandle.of(attempt.pid()).filter(ProcessHandle::isAlive).isEmpty(),
          "a lost worker is alive: " + attempt);
    }
    Cases.check(
        e.getMessage().contains(Integer.toString(exitCode)), "no exit code in: " + e.getMessage());
  }

  /** All of many tasks run, on workers that are alive. */
  private static void whole(Workers workers) {
    List<Integer> items = IntStream.range(0, 40).boxed().toList();
    Cases.same(items, workers.map(items, item -> item));
    Set<Long> ran = new HashSet<>(workers.map(items, item -> ProcessHandle.current().pid()));
    Set<Long> alive = pids(workers);
    Cases.check(alive.containsAll(ran), "ran on " + ran + " but there are " + alive);
  }

  private static Set<Long> pids(Workers workers) {
    return workers.members().stream()
        .filter(worker -> worker.state() != WorkerInfo.State.LOST)
        .map(WorkerInfo::pid)
        .collect(Collectors.toSet());
  }
}
