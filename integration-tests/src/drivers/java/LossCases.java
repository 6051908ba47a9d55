import dev.entourage.CallOptions;
import dev.entourage.RemoteRunnable;
import dev.entourage.TaskTimeoutException;
import dev.entourage.WorkerInfo;
import dev.entourage.WorkerLostException;
import dev.entourage.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Workers that die under their tasks. */
public class LossCases {

  /** Most need one loss to tell what comes of it; one tells what comes of three. */
  private static final CallOptions ONCE = CallOptions.defaults().withAttempts(1);

  public static void main(String[] args) {
    System.out.println("loses=workers");
    Cases.run(LossCases.class, args);
  }

  // E41
  static void haltOfAWorkerFailsItsTaskAndThePoolGoesOn(Workers workers) throws Exception {
    WorkerLostException e =
        Cases.thrown(
            WorkerLostException.class,
            () ->
                Cases.await(
                    workers.submit(
                        () -> {
                          System.out.println("the last words");
                          System.out.flush();
                          Runtime.getRuntime().halt(7);
                          return 0;
                        },
                        ONCE)));
    lost(e, 7);
    Cases.same(1, e.attempts().size());
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
                Cases.await(
                    workers.submit(
                        () -> {
                          String pid = Long.toString(ProcessHandle.current().pid());
                          new ProcessBuilder("kill", "-9", pid).start().waitFor();
                          Thread.currentThread().join();
                          return 0;
                        },
                        ONCE)));
    lost(e, 137);
    whole(workers);
  }

  // E42
  static void poisonIsGivenUpAfterThreeWorkersAndItsNeighboursFinish(Workers workers)
      throws Exception {
    Future<Integer> poison =
        workers.submit(
            () -> {
              Runtime.getRuntime().halt(9);
              return 0;
            });
    List<Integer> items = IntStream.range(0, 60).boxed().toList();
    Cases.same(items, workers.map(items, item -> item));
    WorkerLostException e = Cases.thrown(WorkerLostException.class, () -> Cases.await(poison));
    lost(e, 9);
    Cases.same(3, e.attempts().size());
    whole(workers);
  }

  // E41
  static void taskOfAKilledWorkerRunsAgain(Workers workers) throws Exception {
    Path mark = Files.createTempFile("killed", "once");
    String name = mark.toString();
    Cases.same(
        "again",
        Cases.on(
            workers,
            () -> {
              if (Files.deleteIfExists(Path.of(name))) {
                String pid = Long.toString(ProcessHandle.current().pid());
                new ProcessBuilder("kill", "-9", pid).start().waitFor();
                Thread.currentThread().join();
              }
              return "again";
            }));
    whole(workers);
  }

  // E41
  static void systemExitIsReportedAndNotTriedAgain(Workers workers) throws Exception {
    endedItself(workers, 3, () -> System.exit(3));
    endedItself(
        workers,
        4,
        () -> {
          Thread thread = new Thread(() -> System.exit(4));
          thread.start();
          thread.join();
          Thread.currentThread().join();
        });
    if (Runtime.version().feature() >= 21) {
      endedItself(
          workers,
          6,
          () -> {
            Runnable exit = () -> System.exit(6);
            Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, exit);
            Thread.currentThread().join();
          });
    }
    whole(workers);
  }

  // E41
  static void systemExitIsReportedWhateverHooksThereAre(Workers workers) throws Exception {
    endedItself(
        workers,
        5,
        () -> {
          Runtime.getRuntime().addShutdownHook(new Thread(LossCases::sleepOn));
          System.exit(5);
        });
    whole(workers);
  }

  private static void endedItself(Workers workers, int exitCode, RemoteRunnable task)
      throws Exception {
    WorkerLostException e =
        Cases.thrown(WorkerLostException.class, () -> Cases.await(workers.run(task)));
    lost(e, exitCode);
    Cases.same(1, e.attempts().size());
  }

  // E41
  static void taskThatNoInterruptStopsEndsAtItsLimit(Workers workers) throws Exception {
    CallOptions soon = CallOptions.defaults().withTimeout(Duration.ofMillis(200));
    Cases.thrown(
        TaskTimeoutException.class, () -> Cases.await(workers.submit(LossCases::spin, soon)));
    whole(workers);
  }

  // E41
  static void workerThatIsStoppedBySignalIsReplacedAtTheLimit(Workers workers) throws Exception {
    CallOptions soon = CallOptions.defaults().withTimeout(Duration.ofSeconds(2));
    Cases.thrown(
        TaskTimeoutException.class,
        () ->
            Cases.await(
                workers.submit(
                    () -> {
                      String pid = Long.toString(ProcessHandle.current().pid());
                      new ProcessBuilder("kill", "-STOP", pid).start().waitFor();
                      return spin();
                    },
                    soon)));
    whole(workers);
  }

  // E41
  static void cancelEndsATaskThatNoInterruptStops(Workers workers) throws Exception {
    Path mark = Files.createTempFile("spinning", "here");
    String name = mark.toString();
    CompletableFuture<Integer> spinning =
        workers.submit(
            () -> {
              Files.writeString(Path.of(name), ProcessHandle.current().pid() + "\n");
              return sleepOn();
            });
    while (!Files.readString(mark).endsWith("\n")) {
      Thread.onSpinWait();
    }
    long pid = Long.parseLong(Files.readString(mark).trim());
    Files.delete(mark);
    spinning.cancel(true);
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    if (process.isPresent()) {
      process.get().onExit().get();
    }
    whole(workers);
  }

  /** Without end as {@link #spin}, but for what it takes of the machine until the grace is over. */
  private static int sleepOn() {
    while (true) {
      try {
        Thread.sleep(1_000);
      } catch (InterruptedException e) {
        // As if nobody had asked.
      }
    }
  }

  private static int spin() {
    while (true) {
      Thread.onSpinWait();
    }
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
    return workers.members().stream().map(WorkerInfo::pid).collect(Collectors.toSet());
  }
}
