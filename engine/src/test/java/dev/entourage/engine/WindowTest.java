package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.EntourageException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WindowTest {

  @Test
  void failureShowsTheLineThatWaitedForIt() throws InterruptedException {
    AtomicReference<EntourageException> failure = new AtomicReference<>();
    Thread other = new Thread(() -> failure.set(new EntourageException("lost")));
    other.start();
    other.join();

    try (Window window = new Window(1)) {
      window.add(CompletableFuture.failedFuture(failure.get()));
      assertThatThrownBy(window::next)
          .isSameAs(failure.get())
          .hasStackTraceContaining("WindowTest.failureShowsTheLineThatWaitedForIt");
    }
  }
}
