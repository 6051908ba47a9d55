package dev.entourage.worker;

import dev.entourage.EntourageException;

/**
 * A frame is damaged, hostile, too long or of another protocol version.
 *
 * @since 0.1
 */
public final class FrameException extends EntourageException {

  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong with a frame.
   *
   * @param message the rule and the value that breaks it
   */
  public FrameException(String message) {
    super(message);
  }
}
