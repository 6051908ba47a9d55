package dev.entourage.transport.vertx;

/**
 * One driver and one host, from joining to leaving. Its name is never used again.
 *
 * @param name the driver's session and a number: {@code <session>-<n>}
 * @param outlet the way to the other side
 * @param inlet the way from the other side
 */
record ClusterLink(String name, Outlet outlet, Inlet inlet) {

  /** How long a part may be missing, or a large frame incomplete, in nanoseconds. */
  static final long MAX_STALL = 30_000_000_000L;

  static String name(String session, long number) {
    return session + "-" + number;
  }

  /** Returns the session of a link, which is empty when the name is none of a link. */
  static String session(String link) {
    return link.substring(0, Math.max(0, link.lastIndexOf('-')));
  }

  boolean stalled(long now) {
    return inlet.stalled(now) > MAX_STALL;
  }
}
