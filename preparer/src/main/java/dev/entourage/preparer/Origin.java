package dev.entourage.preparer;

/**
 * Where a class comes from and how it travels.
 *
 * @param source the code source as text
 * @param way how it travels
 * @param reason why so, for people
 */
record Origin(String source, Way way, String reason) {

  /** How a class travels. */
  enum Way {
    /** Its bytes travel. */
    BY_VALUE,
    /** The workers' inherited loader has it. */
    BY_REFERENCE,
    /** Part of the JDK or the API, which all workers have. */
    EVERYWHERE,
    /** Part of Entourage itself: no task has any use for it. */
    OURS
  }

  boolean byValue() {
    return way == Way.BY_VALUE;
  }

  /** Whether it is the user's code, travelling or not. */
  boolean isUsers() {
    return way == Way.BY_VALUE || way == Way.BY_REFERENCE;
  }
}
