package dev.entourage.benchmarks;

import java.util.Set;

/** 100 MB of numbers, in rows. */
final class Matrix implements Graph {

  private static final int ROWS = 1_000;
  private static final int COLUMNS = 12_500;

  private final double[][] rows = new double[ROWS][COLUMNS];

  @Override
  public Object root() {
    return rows;
  }

  @Override
  public long countByHand() {
    return 1L + rows.length;
  }

  @Override
  public int walkByHand(Set<Object> seen) {
    seen.add(rows);
    for (double[] row : rows) {
      seen.add(row);
    }
    return seen.size();
  }

  @Override
  public int size() {
    return ROWS + 1;
  }
}
