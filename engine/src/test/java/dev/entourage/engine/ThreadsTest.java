package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

class ThreadsTest {

  @Test
  void threadsDoNotKeepTheLoaderOfWhoeverMadeThem() throws Exception {
    Thread caller = Thread.currentThread();
    ClassLoader before = caller.getContextClassLoader();
    try (URLClassLoader users = new URLClassLoader(new URL[0])) {
      caller.setContextClassLoader(users);
      Thread made = Threads.named("made").newThread(() -> {});
      assertThat(made.getContextClassLoader()).isSameAs(ClassLoader.getSystemClassLoader());
      assertThat(made.isDaemon()).isTrue();
    } finally {
      caller.setContextClassLoader(before);
    }
  }
}
