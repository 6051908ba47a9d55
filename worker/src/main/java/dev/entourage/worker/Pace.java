package dev.entourage.worker;

/**
 * How often to look after something that mostly goes on by itself. Each look wakes up a thread, and
 * while two others hand tasks to and fro on one processor, that may part them: the system lets one
 * of them go on where the third has just run, and from then on each has to be woken up on another
 * processor, which takes four times as long as the task. For one thread.
 *
 * @since 0.1
 */
public final class Pace {

  /** What takes no longer, on average, is better left alone, in nanoseconds. */
  private static final long SHORT = 250_000;

  private final long least;
  private final long most;
  private long wait;

  /**
   * Makes a pace that begins with short waits.
   *
   * @param least the shortest wait between two looks, in nanoseconds
   * @param most the longest
   */
  public Pace(long least, long most) {
    this.least = least;
    this.most = most;
    wait = least;
  }

  /**
   * Tells how long to wait until the next look.
   *
   * @param turns how often it went on since the last one
   * @return nanoseconds: more each time while one turn follows the other
   */
  public long after(long turns) {
    wait = turns * SHORT >= wait ? Math.min(most, 2 * wait) : least;
    return wait;
  }
}
