package dev.entourage.transport.vertx;

/** Something that came over the bus can't be trusted. */
final class RefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Refusal refusal;

  RefusedException(Refusal refusal) {
    super(refusal.reason(), null, false, false); // No stack: a flood of these must stay cheap.
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
