package dev.entourage.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

// D32
class CommonPoolThreadsTest {

  private final ForkJoinPool pool = new ForkJoinPool(1, new CommonPoolThreads(), null, false);

  @AfterEach
  void end() {
    pool.shutdownNow();
    CommonPoolThreads.show(ClassLoader.getPlatformClassLoader());
  }

  private static ClassLoader loader() {
    return new URLClassLoader(new URL[0]);
  }

  private ClassLoader seen() {
    return on(() -> Thread.currentThread().getContextClassLoader());
  }

  private <T> T on(Callable<T> task) {
    return pool.submit(task).join();
  }

  @Test
  void aThreadShowsTheNextGenerationToo() {
    ClassLoader first = loader();
    CommonPoolThreads.show(first);
    assertThat(seen()).isSameAs(first);
    ClassLoader next = loader();
    CommonPoolThreads.show(next);
    assertThat(seen()).isSameAs(next);
  }

  @Test
  void whatUsersSetIsShownUntilTheySetItBack() {
    ClassLoader session = loader();
    ClassLoader users = loader();
    CommonPoolThreads.show(session);
    on(
        () -> {
          Thread.currentThread().setContextClassLoader(users);
          return null;
        });
    assertThat(seen()).isSameAs(users);
    on(
        () -> {
          Thread.currentThread().setContextClassLoader(session);
          return null;
        });
    CommonPoolThreads.show(loader());
    assertThat(seen()).isNotIn(users, session);
  }
}
