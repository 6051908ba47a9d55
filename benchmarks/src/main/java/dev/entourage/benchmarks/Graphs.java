package dev.entourage.benchmarks;

import java.util.function.Supplier;

/**
 * The graphs by the names that {@code -p graph=…} takes.
 *
 * @since 0.1
 */
public enum Graphs {
  /** A list of a million plain objects, each with a nested one. */
  POJOS(PojoList::new),
  /** A hash map from strings to 200,000 records. */
  RECORDS(RecordMap::new),
  /** A binary tree of a million nodes. */
  TREE(BinaryTree::new),
  /** A linked list of a million nodes. */
  LINKS(LinkedNodes::new),
  /** Half a million nodes with two references at random: shared and cyclic. */
  RANDOM(RandomNodes::new),
  /** What a task usually captures: about 60 objects. */
  FUNCTION(StatefulFunction::new);

  private final Supplier<Graph> maker;

  Graphs(Supplier<Graph> maker) {
    this.maker = maker;
  }

  Graph make() {
    return maker.get();
  }
}
