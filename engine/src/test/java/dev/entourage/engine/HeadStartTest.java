package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.Workers;
import dev.entourage.spi.Transport;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HeadStartTest {

  @Test
  void theFirstWorkerOfAPoolThatCannotBeMadeIsEnded() throws Exception {
    NoHost transport = new NoHost();
    Workers.Builder pool = new PoolBuilder(Optional.of(transport)).processes(1);

    assertThatThrownBy(pool::build).hasMessage("no host here");
    ProcessHandle worker = transport.worker.get(30, TimeUnit.SECONDS);
    assertThat(worker.onExit()).succeedsWithin(Duration.ofSeconds(30));
  }

  /** Fails when the first worker's JVM is there. */
  private static final class NoHost implements Transport {

    private final Set<ProcessHandle> before = children();
    private final CompletableFuture<ProcessHandle> worker = new CompletableFuture<>();

    @Override
    public String id() {
      return Choice.PROCESSES;
    }

    @Override
    public Connection connect(Driver driver) {
      Set<ProcessHandle> more = Set.of();
      while (more.isEmpty()) { // The time limit of this class ends it otherwise.
        more = children();
        more.removeAll(before);
      }
      worker.complete(more.iterator().next());
      throw new IllegalStateException("no host here");
    }

    private static Set<ProcessHandle> children() {
      return ProcessHandle.current().children().collect(Collectors.toSet());
    }
  }
}
