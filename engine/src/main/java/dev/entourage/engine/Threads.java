package dev.entourage.engine;

import java.util.concurrent.ThreadFactory;

/** Makes threads that don't keep a JVM alive and inherit nothing from who makes them. */
final class Threads {

  private Threads() {}

  static Thread start(String name, Runnable body) {
    Thread thread = make(name, body);
    thread.start();
    return thread;
  }

  static ThreadFactory named(String name) {
    return body -> make(name, body);
  }

  private static Thread make(String name, Runnable body) {
    Thread thread = new Thread(null, body, name, 0, false);
    thread.setDaemon(true);
    // Before Java 19 it would inherit that of its maker, which may be a user's, and keep it.
    thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
    return thread;
  }
}
