package dev.entourage.backend.testkit;

/**
 * What a backend did with one object.
 *
 * @param kind what became of it
 * @param where the path to what was refused; empty if nothing was
 * @param problem what was thrown; null when it was carried
 */
record Verdict(Kind kind, String where, Throwable problem) {

  /** From the best to the worst. */
  enum Kind {
    /** It arrived, is right to the last reference, and came home. */
    CARRIED,
    /** It was refused with a path before anything was sent. */
    REFUSED,
    /** It was sent, and a clear error came instead of it. */
    FAILED,
    /** Something arrived that isn't it, or an error that says nothing. */
    WRONG
  }

  static Verdict carried() {
    return new Verdict(Kind.CARRIED, "", null);
  }

  /** Ends a test unless it is the kind of verdict that the case allows. */
  void check(Cases.Outcome allowed) {
    if (!allowed.allows(kind)) {
      throw new AssertionError("It was " + kind + " and must be " + allowed, problem);
    }
  }
}
