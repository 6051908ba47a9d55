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
  FUNCTION(StatefulFunction::new, 1_000),
  /** 100 MB of numbers in an array of arrays. */
  MATRIX(Matrix::new),
  /** An array of a million references to a thousand objects. */
  SHARED(SharedReferences::new);

  private final Supplier<Graph> maker;
  private final int batch;

  Graphs(Supplier<Graph> maker) {
    this(maker, 1);
  }

  Graphs(Supplier<Graph> maker, int batch) {
    this.maker = maker;
    this.batch = batch;
  }

  /** Returns how many are walked at a time, so that the clock's own time doesn't count. */
  int batch() {
    return batch;
  }

  Graph make() {
    return maker.get();
  }
}
