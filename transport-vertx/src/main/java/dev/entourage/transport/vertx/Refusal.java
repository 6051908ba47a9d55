package dev.entourage.transport.vertx;

/**
 * Why something that came over the bus was refused. It is counted, told in the log with where it
 * came from, and otherwise as if it had never come.
 *
 * @since 0.1
 */
public enum Refusal {

  /** A peer has a key that isn't listed here, or none. */
  UNKNOWN_KEY("its key is not listed"),

  /** A peer couldn't prove that it has the key that it claims. */
  BAD_SIGNATURE("its signature is wrong"),

  /** A peer wanted a link to another host, or to another life of this one. */
  WRONG_HOST("it was meant for another host"),

  /** What came belongs to no link that there is. */
  WRONG_LINK("there is no such link"),

  /** What came isn't what was sent, or wasn't sent by the other end of its link. */
  ALTERED("it was not made by the other end of its link, or was changed on its way"),

  /** What came had come before. */
  REPLAYED("it came before"),

  /** What came was held up for longer than anything may be under way. */
  EXPIRED("it was under way for too long"),

  /** What came is no message of ours: a length is too large, or something is missing. */
  MALFORMED("it is damaged or too long"),

  /** More peers want a link at once than are served. */
  TOO_MANY("too many ask at once");

  private final String reason;

  Refusal(String reason) {
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
