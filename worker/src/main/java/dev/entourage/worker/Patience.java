package dev.entourage.worker;

/**
 * How a reader waits for what is about to come, and a writer for room. Whoever sleeps must be woken
 * up, maybe on another processor, which takes longer than a small task. So while one frame follows
 * the other closely, who waits looks again and again for a moment, and offers its processor to
 * others in between: where both ends share one, the system hands it to the other end; where each
 * has its own, nobody sleeps.
 *
 * <p>That helps only while it is kept short. Where it was in vain, or somebody else wanted the
 * processor and kept it, who waits sleeps each time for much longer than it has lost. For one
 * thread at a time.
 */
final class Patience {

  /** How long to look, in nanoseconds: about twice as long as it takes to wake somebody up. */
  static final long BRIEF = 50_000;

  /** Who has waited for longer the last time sleeps the next time. */
  static final long SHORT = 2 * BRIEF;

  /** How many times as long as was lost nobody looks: a twentieth is lost at most. */
  static final int REST = 20;

  /** Who has lost so much, in nanoseconds, has lost the processor to somebody else. */
  static final long LONG = 10 * BRIEF;

  /** The rest where that happens again and again, as while all processors have other work. */
  static final int LONG_REST = 16 * REST;

  /** After so many frames that came in time what was lost before is forgotten. */
  static final int GOOD = 2_000;

  /**
   * Who has offered the processor and gets it back so late has shared it, in nanoseconds: else it
   * takes half of one.
   */
  static final long SHARED = 2_000;

  /**
   * After so many frames that came while the processor was with others, it is their sender who has
   * it, and both would be twice as fast on two. Who sleeps is woken up where nobody else is.
   */
  static final int MANY = 100;

  /** The same where that didn't help, as while all other processors have work. */
  static final int MOST = 64 * MANY;

  private static final boolean HAS_OTHERS = Runtime.getRuntime().availableProcessors() > 1;

  private final boolean mayLook;
  private boolean wasShort;
  private int rest = REST;
  private int good = GOOD;
  private long restsUntil;
  private int handed;
  private int bearable = MANY;

  Patience() {
    this(HAS_OTHERS);
  }

  /** Where there is but one processor nobody is woken up on another. */
  Patience(boolean mayLook) {
    this.mayLook = mayLook;
  }

  /** Says whether to look instead of going to sleep. */
  boolean looks(long now) {
    return mayLook && wasShort && now - restsUntil >= 0 && !parts();
  }

  private boolean parts() {
    if (handed < bearable) {
      return false;
    }
    handed = 0;
    bearable = Math.min(MOST, 4 * bearable);
    return true;
  }

  /** A frame has come; says how long the processor was offered to others for it. */
  void came(long offered) {
    if (offered > SHARED) {
      handed++;
    } else {
      handed = 0;
      bearable = MANY;
    }
  }

  /** Nothing has come since then; says whether to look again. */
  boolean looksAgain(long since, long now) {
    long lost = now - since;
    if (lost < BRIEF) {
      return true;
    }
    restsUntil = now + lost * (lost < LONG ? REST : restOfMany());
    return false;
  }

  private int restOfMany() {
    rest = good < GOOD ? Math.min(LONG_REST, 2 * rest) : REST;
    good = 0;
    return rest;
  }

  /** Something has come, or the wait was given up. */
  void ended(long since, long now) {
    wasShort = now - since < SHORT;
    good++;
  }
}
