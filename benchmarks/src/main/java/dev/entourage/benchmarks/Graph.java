package dev.entourage.benchmarks;

import java.util.Set;

/** An object graph to walk. */
interface Graph {

  /** What {@link #countByHand} returns where a walk that remembers nothing would never end. */
  long ENDLESS = -1;

  /** Returns the same root each time. */
  Object root();

  /**
   * Walks the graph as one would by hand, knowing its types, and remembers nothing.
   *
   * @return how many references to objects there are
   */
  long countByHand();

  /**
   * Walks the graph as one would by hand, knowing its types, and remembers every object.
   *
   * @param seen an empty set that compares by identity
   * @return how many objects there are
   */
  int walkByHand(Set<Object> seen);

  /** Returns how many objects the walk by hand remembers, to make room in advance. */
  int size();
}
