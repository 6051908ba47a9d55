package dev.entourage.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two drivers and one host with two workers, which are real JVMs. */
@Timeout(120)
class FairShareTest {

  private static final VertxWorkersOptions OPTIONS =
      VertxWorkersOptions.defaults().withProcesses(2).withInsecureLoopback(true);

  private static final int TASKS = 60;

  private final StaticCluster cluster = new StaticCluster();
  private final Vertx host = cluster.node();
  private final Vertx drivers = cluster.node();

  @AfterEach
  void close() {
    Blocking.await(drivers.close());
    Blocking.await(host.close());
  }

  @Test
  void aLaterDriverGetsItsShareAndTheFirstOneAllAgainWhenItLeaves() throws Exception {
    Blocking.await(
        host.deployVerticle(
            new WorkerVerticle(
                WorkerVerticleOptions.defaults().withMaxWorkers(2).withInsecureLoopback(true))));
    VertxWorkers first = Blocking.await(VertxWorkers.join(drivers, OPTIONS));
    BlockingQueue<Long> done = new LinkedBlockingQueue<>();
    List<Future<Long>> tasks = submit(first, done);
    Set<Long> both = awaitPids(done, 2);

    VertxWorkers second = Blocking.await(VertxWorkers.join(drivers, OPTIONS));
    List<Future<Long>> others = submit(second, new LinkedBlockingQueue<>());
    Set<Long> its = others.stream().map(Blocking::await).collect(Collectors.toSet());
    assertThat(its).hasSize(1).doesNotContainAnyElementsOf(both);
    Blocking.await(second.close());

    Set<Long> all = tasks.stream().map(Blocking::await).collect(Collectors.toSet());
    assertThat(all).as("a worker stayed").containsAnyElementsOf(both);
    done.clear();
    submit(first, done);
    awaitPids(done, 2);
    Blocking.await(first.close());
  }

  private static List<Future<Long>> submit(VertxWorkers workers, BlockingQueue<Long> done) {
    return IntStream.range(0, TASKS)
        .mapToObj(i -> workers.submit(TestTasks.slowPid()).onSuccess(done::add))
        .toList();
  }

  private static Set<Long> awaitPids(BlockingQueue<Long> done, int count) throws Exception {
    Set<Long> pids = new HashSet<>();
    while (pids.size() < count) {
      Long pid = done.poll(60, TimeUnit.SECONDS);
      assertThat(pid).as("pids=%s", pids).isNotNull();
      pids.add(pid);
    }
    return pids;
  }
}
