package dev.entourage.preparer;

import java.util.List;

/**
 * Shows the preparer's walk to benchmarks. It lies in the preparer's package, for on the class path
 * that is enough to see it.
 *
 * @since 0.1
 */
public final class Walker {

  private final Forms forms =
      (Forms) NormalForms.over(Walker.class.getClassLoader(), List.of(), List.of());

  /**
   * Walks a graph as each task's graph is walked.
   *
   * @param root where to begin
   * @return how many classes were told
   */
  public int walk(Object root) {
    return walked(GraphWalk.walk(forms, root));
  }

  private static int walked(Findings found) {
    int[] told = new int[1];
    found.forEach((type, reason) -> told[0]++);
    return told[0];
  }
}
