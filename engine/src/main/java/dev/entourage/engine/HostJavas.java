package dev.entourage.engine;

import dev.entourage.ConfigurationException;
import dev.entourage.preparer.ClassVersion;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which Java the hosts of a pool have, which is that of their workers. Thread-safe. */
final class HostJavas {

  /** A host that hasn't said it may have any. */
  private static final int UNSAID = Integer.MAX_VALUE;

  private final Map<String, Integer> javas = new TreeMap<>();

  /** Of all hosts, so that most tasks need no look at them. */
  private volatile int newest = UNSAID;

  void joined(String host) {
    put(host, UNSAID);
  }

  void greeted(String host, int java) {
    put(host, java);
  }

  synchronized void left(String host) {
    javas.remove(host);
    newest = newestOfAll();
  }

  /** Returns the newest; higher than any where no host is there, or one hasn't said its own. */
  int newest() {
    return newest;
  }

  /** Refuses classes that all hosts are too old for. */
  void requireRunnable(ClassVersion type) {
    refusal(type)
        .ifPresent(
            why -> {
              throw why;
            });
  }

  /** Says why no host can run a class, if so. */
  Optional<ConfigurationException> refusal(ClassVersion type) {
    int java = newest;
    return type.java() <= java
        ? Optional.empty()
        : Optional.of(new ConfigurationException(type.refusal(hosts(), java)));
  }

  private synchronized String hosts() {
    return javas.size() == 1
        ? "host " + javas.keySet().iterator().next()
        : "the newest of the hosts " + javas.keySet();
  }

  private synchronized void put(String host, int java) {
    javas.put(host, java);
    newest = newestOfAll();
  }

  private int newestOfAll() {
    return javas.values().stream().mapToInt(Integer::intValue).max().orElse(UNSAID);
  }
}
