package dev.entourage.benchmarks;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A hash map from strings to records. */
final class RecordMap implements Graph {

  private static final int COUNT = 200_000;

  private final Map<String, Passage> passages = new HashMap<>();

  record Passage(String id, String text, int words, double weight) {}

  RecordMap() {
    for (int i = 0; i < COUNT; i++) {
      String id = "p" + i;
      passages.put(id, new Passage(id, "text " + i, i, i * 0.5));
    }
  }

  @Override
  public Object root() {
    return passages;
  }

  @Override
  public long countByHand() {
    long count = 1;
    for (Map.Entry<String, Passage> entry : passages.entrySet()) {
      count += entry.getValue() != null ? 2 : 1;
    }
    return count;
  }

  @Override
  public int walkByHand(Set<Object> seen) {
    seen.add(passages);
    seen.addAll(passages.values());
    return seen.size();
  }

  @Override
  public int size() {
    return COUNT + 1;
  }
}
