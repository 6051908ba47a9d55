package dev.entourage.preparer;

import dev.entourage.EntourageException;

/**
 * Ends the encoding of a graph that no walk went before, and that needs one. Marshallers pass on
 * what is an error of ours.
 */
final class WalkFirst extends EntourageException {

  private static final long serialVersionUID = 1L;

  /** It carries nothing, and is thrown for each such graph. */
  static final WalkFirst ONE = new WalkFirst();

  private WalkFirst() {
    super("A graph must be walked before it is encoded");
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
