package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.WorkerInfo;
import dev.entourage.Workers;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is known of workers, with real ones. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MembersTest {

  record Text(String text) {}

  @Test
  void countsWhatAWorkerWasSentAndHasDone() {
    try (Workers workers = open(1)) {
      workers.submit(() -> new Text("a").text()).join();
      WorkerInfo cold = only(workers);
      assertThat(cold.pid()).isNotEqualTo(ProcessHandle.current().pid());
      assertThat(cold.state()).isEqualTo(WorkerInfo.State.IDLE);
      assertThat(cold.tasks()).isOne();
      assertThat(cold.classes()).isGreaterThan(1);
      assertThat(cold.bytes()).isGreaterThan(1_000);
      assertThat(cold.restarts()).isZero();

      byte[] large = new byte[100_000];
      workers.submit(() -> new Text("a").text() + large.length).join();
      WorkerInfo warm = only(workers);
      assertThat(warm.tasks()).isEqualTo(2);
      assertThat(warm.classes()).isEqualTo(cold.classes());
      assertThat(warm.bytes() - cold.bytes()).isBetween(100_000L, 120_000L);
    }
  }

  @Test
  void countsTheWorkersInWhosePlaceAnotherIs() throws Exception {
    try (Workers workers = open(1)) {
      for (int before = 0; before < 3; before++) {
        long pid = workers.submit(() -> ProcessHandle.current().pid()).join();
        WorkerInfo worker = only(workers);
        assertThat(worker.pid()).isEqualTo(pid);
        assertThat(worker.restarts()).isEqualTo(before);
        assertThat(worker.tasks()).isOne();
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(60, TimeUnit.SECONDS);
      }
    }
  }

  private static WorkerInfo only(Workers workers) {
    List<WorkerInfo> members = workers.members();
    assertThat(members).hasSize(1);
    return members.get(0);
  }

  private static Workers open(int processes) {
    return new PoolBuilder()
        .transport("memory")
        .processes(processes)
        .inheritClassPath(true)
        .build();
  }
}
