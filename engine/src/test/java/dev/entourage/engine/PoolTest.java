package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.MarshallingException;
import dev.entourage.RemoteFunction;
import dev.entourage.RemoteTaskException;
import dev.entourage.Shared;
import dev.entourage.WorkerLostException;
import dev.entourage.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PoolTest {

  private static Workers workers;

  record Document(String id, List<String> words) {}

  static final class Encoder {
    private final int factor;
    private int calls;

    Encoder(int factor) {
      this.factor = factor;
    }

    int encode(int x) {
      calls++;
      return x * factor;
    }
  }

  static final class Unlucky extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Document culprit;

    Unlucky(String message, Document culprit) {
      super(message);
      this.culprit = culprit;
    }
  }

  static final class Heavy extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Object culprit;

    Heavy(String message, Object culprit) {
      super(message);
      this.culprit = culprit;
    }

    @Override
    public String toString() {
      return super.toString() + culprit.getClass().getSimpleName();
    }
  }

  @BeforeAll
  static void open() {
    workers = new PoolBuilder().transport("memory").processes(2).build();
  }

  @AfterAll
  static void close() {
    workers.close();
  }

  @Test
  void namesWhatIsNull() {
    assertThatThrownBy(() -> workers.map(null, x -> x)).hasMessage("items");
    assertThatThrownBy(() -> workers.map(List.of(1), null)).hasMessage("function");
    assertThatThrownBy(() -> workers.submit(null)).hasMessage("task");
  }

  @Test
  void runsInAnotherProcess() {
    long pid = workers.submit(() -> ProcessHandle.current().pid()).join();
    assertThat(pid).isNotEqualTo(ProcessHandle.current().pid());
    assertThat(workers.members()).extracting(dev.entourage.WorkerInfo::pid).contains(pid);
  }

  @Test
  void hidesUserClassesFromTheWorkersOwnLoader() {
    String name = Encoder.class.getName();
    String found =
        workers
            .submit(
                () -> {
                  try {
                    return Class.forName(name, false, ClassLoader.getSystemClassLoader())
                        .toString();
                  } catch (ClassNotFoundException e) {
                    return "none";
                  }
                })
            .join();
    assertThat(found).isEqualTo("none");
  }

  @Test // A1, A22
  void runsAStatefulObjectThatStaysUnchangedHere() {
    Encoder encoder = new Encoder(3);
    assertThat(workers.submit(() -> encoder.encode(5)).join()).isEqualTo(15);
    assertThat(encoder.calls).isZero();
  }

  @Test // A3
  void returnsTheDriversOwnClasses() {
    List<Document> documents =
        workers.map(List.of("a", "b"), id -> new Document(id, List.of(id, id)));
    assertThat(documents)
        .containsExactly(
            new Document("a", List.of("a", "a")), new Document("b", List.of("b", "b")));
  }

  @Test
  void mapsInTheOrderOfTheItems() {
    List<Integer> items = IntStream.range(0, 200).boxed().toList();
    Encoder encoder = new Encoder(2);
    assertThat(workers.map(items, encoder::encode))
        .isEqualTo(items.stream().map(x -> x * 2).toList());
  }

  @Test
  void streamsLazily() {
    List<Integer> taken = new ArrayList<>();
    Iterable<Integer> endless = () -> Stream.iterate(1, x -> x + 1).peek(taken::add).iterator();
    try (Stream<Integer> results = workers.stream(endless, x -> x * x)) {
      assertThat(results.limit(10)).containsExactly(1, 4, 9, 16, 25, 36, 49, 64, 81, 100);
    }
    // Eight batches may be under way, of a thousand items each at most: how large they really are
    // depends on how fast the machine was.
    assertThat(taken).hasSizeLessThanOrEqualTo(10 + 8 * 1_000);
  }

  @Test // E37
  void bringsTheUsersExceptionHome() {
    Document culprit = new Document("d", List.of("w"));
    assertThatThrownBy(
            () ->
                workers
                    .submit(
                        () -> {
                          throw new Unlucky("no luck", culprit);
                        })
                    .join())
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            RemoteTaskException.class,
            e -> {
              assertThat(e.remoteType()).isEqualTo(Unlucky.class.getName());
              assertThat(e.remoteStackTrace()).contains("PoolTest.java");
              assertThat(e.getCause())
                  .isInstanceOfSatisfying(
                      Unlucky.class, u -> assertThat(u.culprit).isEqualTo(culprit));
              assertThat(e.getCause().getStackTrace()[0].getFileName()).isEqualTo("PoolTest.java");
            });
  }

  @Test // E38
  void refusesAResultThatCannotTravelAndGoesOn() {
    Workers alone = workers;
    assertThatThrownBy(() -> alone.submit(() -> List.of(Thread.currentThread())).join())
        .cause()
        .isInstanceOf(MarshallingException.class)
        .hasMessageContaining("Thread");
    assertThat(alone.submit(() -> 1).join()).isEqualTo(1);
  }

  @Test // E41
  void reportsAnExitWithItsCodeAndStartsAnother() {
    assertThatThrownBy(
            () ->
                workers
                    .run(
                        () -> {
                          System.out.println("last words");
                          System.exit(3);
                        })
                    .join())
        .cause()
        .isInstanceOfSatisfying(
            WorkerLostException.class,
            e -> {
              assertThat(e.attempts()).hasSize(1);
              assertThat(e.attempts().get(0).exitCode()).isEqualTo(3);
              assertThat(e.attempts().get(0).lastOutput()).contains("last words");
            });
    assertThat(workers.map(List.of(1, 2, 3, 4), x -> x + 1)).containsExactly(2, 3, 4, 5);
  }

  @Test
  void showsUserClassesToTheCommonPool() {
    String name = Document.class.getName();
    List<String> found =
        workers
            .submit(
                () ->
                    IntStream.range(0, 1000)
                        .parallel()
                        .mapToObj(i -> nameInContext(name))
                        .distinct()
                        .toList())
            .join();
    assertThat(found).containsExactly(name);
  }

  private static String nameInContext(String name) {
    try {
      ClassLoader context = Thread.currentThread().getContextClassLoader();
      return Class.forName(name, false, context).getName();
    } catch (ClassNotFoundException e) {
      return "none";
    }
  }

  @Test // E37
  void bringsAnExceptionThatCannotTravelHomeAsData() {
    assertThatThrownBy(
            () ->
                workers
                    .submit(
                        () -> {
                          throw new Heavy("too heavy", Thread.currentThread());
                        })
                    .join())
        .cause()
        .isInstanceOfSatisfying(
            RemoteTaskException.class,
            e -> {
              assertThat(e.getCause()).isNull();
              assertThat(e.remoteType()).isEqualTo(Heavy.class.getName());
              assertThat(e.getMessage()).contains("too heavy");
              assertThat(e.remoteStackTrace()).contains("PoolTest.java");
            });
  }

  @Test
  void givesEachCallOfAMapAFunctionOfItsOwn() {
    Encoder encoder = new Encoder(1);
    RemoteFunction<Integer, Integer> counting =
        x -> {
          encoder.encode(x);
          return encoder.calls;
        };
    assertThat(workers.map(List.of(1), counting)).containsExactly(1);
    assertThat(workers.map(List.of(1), counting)).containsExactly(1);
  }

  @Test
  void survivesAnInterruptedCaller() {
    Thread.currentThread().interrupt();
    CompletableFuture<Integer> future = workers.submit(() -> 7);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(future.join()).isEqualTo(7);
  }

  @Test
  void survivesATaskThatInterruptsItself() {
    assertThat(
            workers.map(
                List.of(1, 2, 3, 4),
                x -> {
                  Thread.currentThread().interrupt();
                  return x;
                }))
        .containsExactly(1, 2, 3, 4);
    assertThat(workers.submit(() -> Thread.currentThread().isInterrupted()).join()).isFalse();
  }

  @Test
  void sharesAValueByItsHandle() {
    Document big = new Document("big", List.of("x"));
    Shared<Document> shared = workers.share(big);
    assertThat(shared.get()).isSameAs(big);
    assertThat(workers.map(List.of(1, 2, 3), x -> shared.get().id() + x))
        .containsExactly("big1", "big2", "big3");
    assertThat(workers.submit(() -> shared.get()).join()).isEqualTo(big);
    assertThat(workers.submit(() -> shared).join()).isSameAs(shared);
  }

  @Test
  void endsAMapAtItsFirstFailure() {
    assertThatThrownBy(
            () ->
                workers.map(
                    IntStream.range(0, 1000).boxed().toList(),
                    x -> {
                      if (x == 5) {
                        throw new IllegalStateException("five");
                      }
                      return x;
                    }))
        .isInstanceOf(RemoteTaskException.class)
        .hasMessageContaining("five");
  }

  @Test
  void takesNothingAfterItsEnd() {
    Workers closed = new PoolBuilder().transport("memory").processes(1).build();
    closed.close();
    assertThatThrownBy(() -> closed.submit(() -> 1))
        .isInstanceOf(RejectedExecutionException.class)
        .hasMessageContaining("closed");
  }
}
