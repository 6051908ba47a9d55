package dev.entourage.preparer;

/**
 * What writers of graphs use again and again: most graphs are small, and making these arrays costs
 * as much again.
 */
record StraightState(
    StraightTexts texts, Met met, FormHeads heads, StepsOut out, StraightTypes types) {

  private static final int KEPT = 1 << 16;

  static StraightState of(Forms forms) {
    return new StraightState(
        new StraightTexts(),
        new Met(),
        new FormHeads(forms),
        new StepsOut(),
        new StraightTypes(forms));
  }

  /** Forgets the graph; false when it isn't worth to be kept for another. */
  boolean reset() {
    boolean small = met.size() <= KEPT && texts.size() <= KEPT && out.size() <= 16 * KEPT;
    if (small && texts.clear()) {
      met.clear();
      types.clear();
      heads.clear();
      out.clear();
      return true;
    }
    return false;
  }
}
