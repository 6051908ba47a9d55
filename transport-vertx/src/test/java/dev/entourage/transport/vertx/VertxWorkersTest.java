package dev.entourage.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.ConfigurationException;
import dev.entourage.PreparationException;
import dev.entourage.RemoteTaskException;
import dev.entourage.Shared;
import dev.entourage.Workers;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real hosts with real worker JVMs, on two nodes of a cluster. */
@Timeout(120)
class VertxWorkersTest {

  private static final VertxWorkersOptions OPTIONS =
      VertxWorkersOptions.defaults().withProcesses(2).withInsecureLoopback(true);

  private static Vertx hosts;
  private static Vertx drivers;
  private static VertxWorkers workers;

  @BeforeAll
  static void open() {
    StaticCluster cluster = new StaticCluster();
    hosts = cluster.node();
    drivers = cluster.node();
    WorkerVerticleOptions options =
        WorkerVerticleOptions.defaults().withMaxWorkers(4).withInsecureLoopback(true);
    Blocking.await(hosts.deployVerticle(new WorkerVerticle(options)));
    workers = Blocking.await(VertxWorkers.join(drivers, OPTIONS));
  }

  @AfterAll
  static void close() {
    Blocking.await(workers.close());
    Blocking.await(drivers.close());
    Blocking.await(hosts.close());
  }

  @Test
  void tasksRunInOtherJvms() { // A1
    assertThat(Blocking.await(workers.submit(TestTasks.encode(3, 5)))).isEqualTo(15);
    assertThat(Blocking.await(workers.submit(TestTasks.pid())))
        .isNotEqualTo(ProcessHandle.current().pid());
    Blocking.await(workers.run(TestTasks.setProperty("entourage.test")));
    assertThat(System.getProperty("entourage.test")).isNull();
  }

  @Test
  void recordsComeHomeAsTheDriversOwn() { // A3
    assertThat(Blocking.await(workers.map(List.of("a", "bcd"), TestTasks.document())))
        .containsExactly(new TestTasks.Document("a", 1), new TestTasks.Document("bcd", 3));
  }

  @Test
  void sharedValuesTravel() {
    Shared<List<String>> shared = Blocking.await(workers.share(List.of("x", "y")));

    assertThat(Blocking.await(workers.submit(TestTasks.size(shared)))).isEqualTo(2);
  }

  @Test
  void membersAreTheWorkersOfTheHosts() {
    Blocking.await(workers.submit(TestTasks.one()));

    assertThat(Blocking.await(workers.members())).isNotEmpty().allMatch(one -> one.pid() > 0);
  }

  @Test
  void failuresArriveAsThemselves() {
    assertThatThrownBy(() -> Blocking.await(workers.submit(TestTasks.holdsAThread())))
        .isInstanceOf(PreparationException.class);
    assertThatThrownBy(() -> Blocking.await(workers.submit(TestTasks.fails("no"))))
        .isInstanceOf(RemoteTaskException.class)
        .hasRootCauseMessage("no");
  }

  @Test
  void resultsArriveOnTheCallersContext() throws Exception {
    Context context = drivers.getOrCreateContext();
    CompletableFuture<Boolean> arrivedThere = new CompletableFuture<>();
    context.runOnContext(
        start ->
            workers
                .submit(TestTasks.one())
                .onComplete(
                    done ->
                        arrivedThere.complete(
                            Context.isOnEventLoopThread()
                                && drivers.getOrCreateContext() == context)));

    assertThat(arrivedThere.get(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void blockingCallsOnAnEventLoopAreRefusedWithAHint() throws Exception {
    assertRefusedOnAnEventLoop(() -> Workers.local(1), "Workers.Builder.build");
    try (Workers pool = Workers.local(1)) {
      assertRefusedOnAnEventLoop(() -> pool.submit(TestTasks.one()), "Workers.submit");
      assertRefusedOnAnEventLoop(() -> pool.map(List.of("a"), TestTasks.document()), "Workers.map");
      assertRefusedOnAnEventLoop(() -> pool.share("x"), "Workers.share");
      assertRefusedOnAnEventLoop(() -> close(pool), "Workers.close");
      assertThat(pool.submit(TestTasks.one()).get()).isEqualTo(1);
    }
  }

  private static Object close(Workers pool) {
    pool.close();
    return pool;
  }

  @Test
  void unknownOptionsAreRefused() {
    assertThatThrownBy(
            () -> Blocking.await(VertxWorkers.join(drivers, OPTIONS.withOption("colour", "red"))))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("colour");
  }

  @Test
  void nothingRunsAfterClose() {
    VertxWorkers closed = Blocking.await(VertxWorkers.join(drivers, OPTIONS));
    Blocking.await(closed.close());
    Blocking.await(closed.close().otherwiseEmpty());

    assertThatThrownBy(() -> Blocking.await(closed.submit(TestTasks.one())))
        .isInstanceOf(RuntimeException.class);
  }

  private static void assertRefusedOnAnEventLoop(Supplier<?> call, String what) throws Exception {
    CompletableFuture<Throwable> refused = new CompletableFuture<>();
    Consumer<Throwable> record = refused::complete;
    drivers.runOnContext(
        start -> {
          try {
            call.get();
            record.accept(null);
          } catch (Throwable failure) {
            record.accept(failure);
          }
        });

    assertThat(refused.get(60, TimeUnit.SECONDS))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll(what, "VertxWorkers", "executeBlocking");
  }

  @Test
  void twoDriversShareAHost() { // A9
    Future<VertxWorkers> other = VertxWorkers.join(drivers, OPTIONS);
    VertxWorkers second = Blocking.await(other);
    try {
      long mine = Blocking.await(workers.submit(TestTasks.pid()));
      long theirs = Blocking.await(second.submit(TestTasks.pid()));
      assertThat(mine).isNotEqualTo(theirs);
    } finally {
      Blocking.await(second.close());
    }
  }
}
