package dev.entourage.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.preparer.Digest;
import dev.entourage.worker.LinkMessage.Idle;
import dev.entourage.worker.LinkMessage.Parcel;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a worker gives back of a batch, and what it says of tasks that wait. */
@Timeout(60)
class BatchRunTest {

  private final List<RunningTask> tasks =
      LongStream.rangeClosed(1, 5).mapToObj(BatchRunTest::task).toList();
  private final List<Long> returned = new ArrayList<>();
  private final List<Long> ran = new ArrayList<>();
  private final BatchRun batch =
      new BatchRun(
          tasks,
          new ReplyBasket(reply -> {}),
          left -> left.forEach(task -> returned.add(task.parcel().task())));
  private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1);

  @AfterEach
  void end() {
    clock.shutdownNow();
  }

  @Test
  void alwaysRunsItsFirst() {
    batch.giveBack();
    run(task -> {});
    assertThat(ran).containsExactly(1L);
    assertThat(returned).containsExactly(2L, 3L, 4L, 5L);
  }

  @Test
  void keepsWhatHasBegun() {
    run(
        task -> {
          if (task == 3) {
            batch.giveBack();
            batch.giveBack();
          }
        });
    assertThat(ran).containsExactly(1L, 2L, 3L);
    assertThat(returned).containsExactly(4L, 5L);
  }

  @Test
  void givesBackWhatIsBehindASlowTask() {
    run(
        task -> {
          while (returned.isEmpty()) {
            batch.look();
          }
        });
    assertThat(returned).isNotEmpty().doesNotContainAnyElementsOf(ran);
    assertThat(ran.size() + returned.size()).isEqualTo(5);
  }

  @Test
  void leavesOutWhatWasCancelledAndNeverGivesItBack() {
    assertThat(tasks.get(1).withdraw()).isTrue();
    assertThat(tasks.get(1).withdraw()).isFalse();
    batch.giveBack();
    run(task -> {});
    assertThat(ran).containsExactly(1L);
    assertThat(returned).containsExactly(3L, 4L, 5L);
  }

  @Test
  void aTaskThatWaitsForALockIsIdle() throws Exception {
    assertThat(idle(() -> new CountDownLatch(1).await()).task()).isEqualTo(1);
  }

  /** A thread in there seems to run. */
  @Test
  void aTaskThatWaitsForASocketIsIdle() throws Exception {
    try (ServerSocket server = new ServerSocket(0);
        Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
      assertThat(idle(() -> socket.getInputStream().read()).task()).isEqualTo(1);
    }
  }

  @Test
  void aTaskThatComputesIsNot() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    CountDownLatch begun = new CountDownLatch(1);
    TaskThread thread =
        thread(
            () -> {
              begun.countDown();
              while (!over.get()) {
                Thread.onSpinWait();
              }
            });
    begun.await();
    while (tasks.get(0).isIdle()) {
      // It may have just begun: a watch looks several times.
      Thread.onSpinWait();
    }
    over.set(true);
    thread.join();
    assertThat(tasks.get(0).isIdle()).as("it has ended").isFalse();
  }

  private interface Wait {
    void run() throws InterruptedException, IOException;
  }

  /** Asks until the watch finds that a task only waits. */
  private Idle idle(Wait wait) throws InterruptedException {
    BlockingQueue<LinkMessage> said = new LinkedBlockingQueue<>();
    IdleWatch watch = new IdleWatch(clock, said::add);
    thread(wait);
    LinkMessage idle = null;
    while (idle == null) {
      watch.look(tasks.get(0));
      idle = said.poll(1, TimeUnit.SECONDS);
    }
    return (Idle) idle;
  }

  private TaskThread thread(Wait body) {
    TaskThread thread =
        new TaskThread(
            () -> {
              tasks.get(0).begin((TaskThread) Thread.currentThread());
              try {
                body.run();
              } catch (InterruptedException | IOException e) {
                // The test is over.
              }
              tasks.get(0).end();
            },
            "a task");
    thread.start();
    return thread;
  }

  private interface Body {
    void run(long task);
  }

  private void run(Body body) {
    TaskThread thread =
        new TaskThread(
            () ->
                batch.run(
                    task -> {
                      if (task.begin((TaskThread) Thread.currentThread())) {
                        ran.add(task.parcel().task());
                        body.run(task.parcel().task());
                        task.end();
                      }
                    }),
            "the tasks");
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static RunningTask task(long number) {
    ByteBuffer bytes = ByteBuffer.allocate(0);
    return new RunningTask(new Parcel(number, 1, Digest.of(bytes), 0, false, bytes), null);
  }
}
