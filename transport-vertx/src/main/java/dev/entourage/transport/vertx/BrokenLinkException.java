package dev.entourage.transport.vertx;

/** The parts of a link can't be made into frames; its driver and host part company. */
final class BrokenLinkException extends Exception {

  private static final long serialVersionUID = 1L;

  BrokenLinkException(String message) {
    super(message);
  }
}
