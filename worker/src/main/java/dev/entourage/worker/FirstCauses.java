package dev.entourage.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What made static initialisers of one generation fail. The JVM throws it once; whoever needs the
 * class later learns the first cause's name, message and stack from it, but neither its own causes
 * nor anything else that it holds. Thread-safe.
 */
final class FirstCauses {

  private static final String PREFIX = "Could not initialize class ";

  /** A longer chain of causes is none, but a circle. */
  private static final int DEEPEST = 100;

  private final Map<String, Throwable> byClass = new ConcurrentHashMap<>();

  /** Remembers the first cause where there is one, and gives it to a later failure. */
  void complete(Throwable thrown) {
    for (Throwable link : chain(thrown)) {
      if (link instanceof ExceptionInInitializerError error && error.getCause() != null) {
        remember(error, error.getCause());
      } else if (link instanceof NoClassDefFoundError) {
        addFirst(link);
      }
    }
  }

  /** An error that one initialiser throws fails those that wait for it, too. */
  private void remember(Throwable error, Throwable cause) {
    for (Throwable thrown : List.of(error, cause)) {
      for (StackTraceElement frame : thrown.getStackTrace()) {
        if (frame.getMethodName().equals("<clinit>")) {
          byClass.putIfAbsent(frame.getClassName(), cause);
        }
      }
    }
  }

  private void addFirst(Throwable later) {
    String message = later.getMessage();
    Throwable first =
        message != null && message.startsWith(PREFIX)
            ? byClass.get(message.substring(PREFIX.length()))
            : null;
    if (first != null && first != later && !List.of(later.getSuppressed()).contains(first)) {
      later.addSuppressed(first);
    }
  }

  private static List<Throwable> chain(Throwable thrown) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable link = thrown; link != null && chain.size() < DEEPEST; link = link.getCause()) {
      chain.add(link);
    }
    return chain;
  }
}
