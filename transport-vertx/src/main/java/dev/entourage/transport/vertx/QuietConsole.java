package dev.entourage.transport.vertx;

/** Keeps libraries from speaking on the console of somebody who asked for none of them. */
final class QuietConsole {

  private QuietConsole() {}

  /** Called before any class of those libraries is loaded; what the user has set stays. */
  static void hush() {
    // Without a provider SLF4J would print three lines; an application that logs has one.
    System.getProperties().putIfAbsent("slf4j.internal.verbosity", "ERROR");
    // Hazelcast speaks before it has read its configuration, where this stands as well.
    System.getProperties().putIfAbsent("hazelcast.logging.type", "slf4j");
  }
}
