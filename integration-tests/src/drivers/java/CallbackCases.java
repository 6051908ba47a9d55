import dev.entourage.Workers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** What hangs on futures, and gets results of the script's own classes. */
public class CallbackCases {

  public static void main(String[] args) {
    Cases.run(CallbackCases.class, args);
  }

  private record Sum(int of, int sum) {}

  private static Sum sum(int of) {
    return new Sum(of, IntStream.rangeClosed(1, of).sum());
  }

  static void runWhenAResultIsHome(Workers workers) {
    CompletableFuture<Integer> sum = workers.submit(() -> sum(100)).thenApply(Sum::sum);
    Cases.check(sum.join() == 5_050, "sum=" + sum.join());
  }

  static void mayWaitForOtherFutures(Workers workers) {
    List<CompletableFuture<Sum>> sums =
        IntStream.range(0, 8).mapToObj(i -> workers.submit(() -> sum(i))).toList();
    List<CompletableFuture<Integer>> both =
        IntStream.range(0, 8)
            .mapToObj(i -> sums.get(i).thenApply(one -> one.sum() + sums.get(7 - i).join().sum()))
            .toList();
    int sum = both.stream().mapToInt(CompletableFuture::join).sum();
    Cases.check(sum == 2 * 84, "sum=" + sum);
  }
}
