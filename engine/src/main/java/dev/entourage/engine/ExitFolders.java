package dev.entourage.engine;

import java.util.HashSet;
import java.util.Set;

/**
 * What is removed should this JVM exit while workers start. {@code File.deleteOnExit} would
 * remember each name as long as the JVM lives, and a pool may start workers for months.
 * Thread-safe.
 */
final class ExitFolders {

  private static final Set<DoorPlace> OPEN = new HashSet<>();
  private static Thread hook;
  private static boolean exits;

  private ExitFolders() {}

  /**
   * Removes a place when this JVM exits.
   *
   * @throws IllegalStateException when it does so already
   */
  static synchronized void add(DoorPlace place) {
    if (exits) {
      throw new IllegalStateException("This JVM exits");
    }
    if (hook == null) {
      Thread remover = new Thread(null, ExitFolders::removeAll, "entourage-exit", 0, false);
      remover.setContextClassLoader(ClassLoader.getSystemClassLoader());
      Runtime.getRuntime().addShutdownHook(remover);
      hook = remover;
    }
    OPEN.add(place);
  }

  static synchronized void remove(DoorPlace place) {
    OPEN.remove(place);
  }

  private static synchronized void removeAll() {
    exits = true;
    OPEN.forEach(DoorPlace::deleteFiles);
  }
}
