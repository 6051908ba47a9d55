package dev.entourage.preparer;

/** Ends the writing of a graph that {@link Straight} steps can't tell. */
final class NotStraight extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** It carries nothing, and is thrown for each such graph. */
  static final NotStraight ONE = new NotStraight();

  private NotStraight() {
    super(null, null, false, false);
  }
}
