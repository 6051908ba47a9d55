package dev.entourage.transport.vertx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The names of links that ended lately: what still comes for them is late, and no attack. */
final class Ended {

  private static final int MAX = 1024;

  private final Set<String> names =
      Collections.newSetFromMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > MAX;
            }
          });

  void add(String link) {
    names.add(link);
  }

  boolean knows(String link) {
    return names.contains(link);
  }
}
