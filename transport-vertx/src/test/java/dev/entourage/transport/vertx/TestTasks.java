package dev.entourage.transport.vertx;

import dev.entourage.RemoteCallable;
import dev.entourage.RemoteFunction;
import dev.entourage.RemoteRunnable;
import dev.entourage.Shared;
import java.util.List;

/** Tasks in a class of their own: one that mentions Vert.x would bring it along. */
final class TestTasks {

  private TestTasks() {}

  record Document(String id, int length) {}

  /** Has no marker, a final field and no constructor without arguments. */
  static final class Encoder {
    private final int factor;

    Encoder(int factor) {
      this.factor = factor;
    }

    int encode(int x) {
      return x * factor;
    }
  }

  static RemoteCallable<Integer> one() {
    return () -> 1;
  }

  static RemoteCallable<Integer> encode(int factor, int x) {
    Encoder encoder = new Encoder(factor);
    return () -> encoder.encode(x);
  }

  static RemoteCallable<Long> pid() {
    return () -> ProcessHandle.current().pid();
  }

  /** Takes its time, so that many of them keep workers busy until others come. */
  static RemoteCallable<Long> slowPid() {
    return () -> {
      Thread.sleep(50);
      return ProcessHandle.current().pid();
    };
  }

  static RemoteRunnable setProperty(String name) {
    return () -> System.setProperty(name, "elsewhere");
  }

  static RemoteFunction<String, Document> document() {
    return text -> new Document(text, text.length());
  }

  static RemoteCallable<Integer> size(Shared<? extends List<?>> shared) {
    return () -> shared.get().size();
  }

  static RemoteCallable<String> holdsAThread() {
    Thread thread = Thread.currentThread();
    return () -> thread.getName();
  }

  static RemoteCallable<Integer> fails(String message) {
    return () -> {
      throw new IllegalArgumentException(message);
    };
  }
}
