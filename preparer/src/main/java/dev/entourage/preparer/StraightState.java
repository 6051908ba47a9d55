package dev.entourage.preparer;

/**
 * What writers of graphs use again and again: most graphs are small, and making these arrays costs
 * as much again.
 */
record StraightState(
    StraightTexts texts,
    Numbering.ByIdentity met,
    OpenObjects open,
    FormHeads heads,
    StepsOut out,
    StraightTypes types) {

  private static final int KEPT = 1 << 16;

  static StraightState of(Forms forms) {
    Numbering.ByIdentity met = new Numbering.ByIdentity();
    StraightTypes types = new StraightTypes(forms);
    return new StraightState(
        new StraightTexts(),
        met,
        new OpenObjects(met, types),
        new FormHeads(forms),
        new StepsOut(),
        types);
  }

  /** Forgets the graph; false when it isn't worth to be kept for another. */
  boolean reset() {
    boolean small = met.size() <= KEPT && texts.size() <= KEPT && out.room() <= 32 * KEPT;
    if (small && texts.clear()) {
      met.clear();
      open.clear();
      types.clear();
      heads.clear();
      return true;
    }
    return false;
  }
}
