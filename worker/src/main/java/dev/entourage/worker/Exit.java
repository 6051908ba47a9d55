package dev.entourage.worker;

import java.io.IOException;
import java.io.InputStream;

/** Ends this JVM when its host has gone. */
final class Exit {

  /** How long shutdown hooks of user code may take, in milliseconds. */
  private static final long HOOKS = 2_000;

  /** The same with a recording, which is one of them, and would be lost. */
  private static final long HOOKS_AND_RECORDING = 10_000;

  /** How long a host that has gone may take to be seen gone, in milliseconds. */
  private static final long FAREWELL = 1_000;

  private static volatile boolean ours;

  private Exit() {}

  /**
   * Watches a stream that ends when the host does, however that dies.
   *
   * @param host the stream
   * @param last what to do then, before this JVM ends
   * @return the thread that watches: it never ends before this JVM does
   */
  static Thread whenEnded(InputStream host, Runnable last) {
    return daemon("entourage-parent", () -> awaitEnd(host, last));
  }

  /**
   * Returns when the host is still there after a moment. Where it has gone, this JVM ends without a
   * word: nobody wants to read then that the host could not be reached.
   */
  static void ifGone(Thread watch) {
    try {
      watch.join(FAREWELL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Exits with the user's shutdown hooks, but not later for them. */
  static void now() {
    ours = true;
    haltSoon(0);
    System.exit(0);
  }

  /** Says whether this JVM ends because its host has said so, or has gone. */
  static boolean isOurs() {
    return ours;
  }

  /** Ends this JVM for good if it is still there when hooks have had their time. */
  static void haltSoon(int status) {
    daemon("entourage-halt", () -> haltLater(status));
  }

  private static void awaitEnd(InputStream host, Runnable last) {
    try {
      while (host.read() >= 0) {
        // The host says nothing more; only the end counts.
      }
    } catch (IOException e) {
      // A broken pipe is an end, too.
    }
    last.run();
    now();
  }

  private static void haltLater(int status) {
    try {
      Thread.sleep(Steps.areHeard() ? HOOKS_AND_RECORDING : HOOKS);
    } catch (InterruptedException e) {
      // Then at once.
    }
    Runtime.getRuntime().halt(status);
  }

  private static Thread daemon(String name, Runnable body) {
    Thread thread = new Thread(null, body, name, 0, false);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
