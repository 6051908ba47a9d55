import dev.entourage.Shared;
import dev.entourage.WorkerInfo;
import dev.entourage.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The verbs of a pool. */
public class PoolCases {

  public static void main(String[] args) {
    Cases.run(PoolCases.class, args);
  }

  // E40
  static void resultsOfMapComeInTheOrderOfTheItems(Workers workers) {
    List<Integer> items = IntStream.range(0, 500).boxed().toList();
    Cases.same(items.stream().map(x -> "r" + x).toList(), workers.map(items, x -> "r" + x));
  }

  static void bothWorkersTakePart(Workers workers) {
    // Each of two tasks at once waits until the other runs, so one worker can't do both.
    List<CompletableFuture<Long>> both = new ArrayList<>();
    java.nio.file.Path meeting = meetingPoint();
    for (int i = 0; i < 2; i++) {
      String own = "here" + i;
      String other = "here" + (1 - i);
      String folder = meeting.toString();
      both.add(workers.submit(() -> meet(folder, own, other)));
    }
    Set<Long> ran = both.stream().map(CompletableFuture::join).collect(Collectors.toSet());
    leave(meeting.toFile());
    Set<Long> members = workers.members().stream().map(WorkerInfo::pid).collect(Collectors.toSet());
    Cases.same(2, members.size());
    Cases.same(members, ran);
    Cases.check(!members.contains(ProcessHandle.current().pid()), "the driver is a member");
  }

  private static java.nio.file.Path meetingPoint() {
    try {
      return java.nio.file.Files.createTempDirectory("meeting");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void leave(java.io.File meeting) {
    for (java.io.File trace : meeting.listFiles()) {
      Cases.check(trace.delete(), "can't delete " + trace);
    }
    Cases.check(meeting.delete(), "can't delete " + meeting);
  }

  private static long meet(String folder, String own, String other) throws Exception {
    java.nio.file.Files.createFile(java.nio.file.Path.of(folder, own));
    long end = System.nanoTime() + 60_000_000_000L;
    while (!java.nio.file.Files.exists(java.nio.file.Path.of(folder, other))) {
      Cases.check(System.nanoTime() < end, "the other task never came");
      Thread.onSpinWait();
    }
    return ProcessHandle.current().pid();
  }

  static void runEndsWithoutAResult(Workers workers) throws Exception {
    List<String> list = new ArrayList<>();
    Cases.check(
        Cases.await(workers.run(() -> list.add("on the worker"))) == null, "run had a result");
    Cases.same(List.of(), list);
  }

  // E44
  static void tasksOfTasksNeedNoSlot(Workers workers) throws Exception {
    Cases.same(
        List.of(0, 3, 6),
        Cases.on(
            workers,
            () -> {
              List<Integer> sums = new ArrayList<>();
              for (int i = 0; i < 3; i++) {
                int x = i;
                Index index = new Index(List.of("a", "b"));
                int more = workers.submit(() -> x * index.texts().size()).join();
                sums.add(more + workers.map(List.of(x), y -> y).get(0));
              }
              return sums;
            }));
  }

  static void nullsTravel(Workers workers) throws Exception {
    Cases.check(Cases.on(workers, () -> null) == null, "null didn't stay null");
    List<String> in = new ArrayList<>();
    in.add(null);
    Cases.same(in, workers.map(in, x -> x));
  }

  record Index(List<String> texts) {
    static final AtomicInteger CHANGES = new AtomicInteger();
  }

  static void sharedValueIsOneCopyAWorker(Workers workers) throws Exception {
    Index index = new Index(new ArrayList<>(List.of("a", "b")));
    Shared<Index> shared = workers.share(index);
    Cases.check(shared.get() == index, "the driver sees another object");
    Set<String> copies =
        Set.copyOf(
            workers.map(
                IntStream.range(0, 20).boxed().toList(),
                i -> ProcessHandle.current().pid() + "@" + System.identityHashCode(shared.get())));
    Set<String> pids = copies.stream().map(c -> c.split("@")[0]).collect(Collectors.toSet());
    Cases.same(pids.size(), copies.size());
    Cases.same(List.of("a", "b"), Cases.on(workers, () -> shared.get().texts()));
  }

  static void largePayloadTravelsBothWays(Workers workers) throws Exception {
    byte[] large = new byte[9_000_000];
    large[large.length - 1] = 42;
    byte[] home =
        Cases.on(
            workers,
            () -> {
              large[0] = large[large.length - 1];
              return large;
            });
    Cases.same(large.length, home.length);
    Cases.same((byte) 42, home[0]);
    Cases.same((byte) 0, large[0]);
  }

  static void manySubmissionsAtOnceAllEnd(Workers workers) {
    List<CompletableFuture<Integer>> futures =
        IntStream.range(0, 500).mapToObj(i -> workers.submit(() -> i * i)).toList();
    for (int i = 0; i < futures.size(); i++) {
      Cases.same(i * i, futures.get(i).join());
    }
  }
}
