package dev.entourage.spi;

import dev.entourage.EntourageException;

/**
 * A marshaller or the normal form met an object that can't travel. Whoever called it finds the path
 * to the object and tells the user.
 *
 * @since 0.1
 */
public final class RefusedException extends EntourageException {

  private static final long serialVersionUID = 1L;

  /** The object, not a part of this exception's serial form. */
  private final transient Object culprit;

  /**
   * Refuses an object.
   *
   * @param message why it can't travel, and what to do
   * @param culprit the object
   */
  public RefusedException(String message, Object culprit) {
    super(message);
    this.culprit = culprit;
  }

  /**
   * Returns the refused object.
   *
   * @return the object by identity
   */
  public Object culprit() {
    return culprit;
  }
}
