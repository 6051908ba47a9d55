package dev.entourage;

/**
 * Something asked for isn't there, isn't alone or doesn't fit: a backend, a transport, a version, a
 * flag, or a blocking call on an event loop.
 *
 * @since 0.1
 */
public class ConfigurationException extends EntourageException {

  private static final long serialVersionUID = 1L;

  /**
   * Says what happened and what to do.
   *
   * @param message the rule, the culprit and the fix
   */
  public ConfigurationException(String message) {
    super(message);
  }

  /**
   * Says what happened and what to do, with the cause.
   *
   * @param message the rule, the culprit and the fix
   * @param cause what led to it
   */
  public ConfigurationException(String message, Throwable cause) {
    super(message, cause);
  }
}
