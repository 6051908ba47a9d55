package dev.entourage.engine;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * The end of this JVM, by Ctrl-C for example, while workers start: nothing may be left in the
 * temporary folder. A terminal ends the workers together with their driver, so they are replaced
 * until the very last moment. Thread-safe.
 */
final class JvmExit {

  /** What makes something that must be removed. */
  interface Opening<T> {
    T open() throws IOException;
  }

  /** {@code File.deleteOnExit} would keep each name for as long as this JVM lives. */
  private static final Set<DoorPlace> PLACES = new HashSet<>();

  private static Thread hook;
  private static volatile boolean begun;

  private JvmExit() {}

  static boolean hasBegun() {
    return begun;
  }

  /**
   * Makes something, unless this JVM exits, and holds up the exit until it is made whole.
   *
   * @throws IllegalStateException when this JVM exits
   */
  static synchronized <T> T before(Opening<T> opening) throws IOException {
    if (begun) {
      throw new IllegalStateException("The JVM of the pool exits");
    }
    if (hook == null) {
      Thread remover = new Thread(null, JvmExit::begin, "entourage-exit", 0, false);
      remover.setContextClassLoader(ClassLoader.getSystemClassLoader());
      Runtime.getRuntime().addShutdownHook(remover);
      hook = remover;
    }
    return opening.open();
  }

  /** What {@link #before} has made, and who else removes it. */
  static synchronized void remember(DoorPlace place) {
    PLACES.add(place);
  }

  static synchronized void forget(DoorPlace place) {
    PLACES.remove(place);
  }

  private static void begin() {
    begun = true;
    removeAll();
  }

  private static synchronized void removeAll() {
    PLACES.forEach(DoorPlace::deleteFiles);
  }
}
