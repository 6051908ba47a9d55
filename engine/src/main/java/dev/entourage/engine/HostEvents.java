package dev.entourage.engine;

/** What the sessions of a host ask of it. */
interface HostEvents {

  void tell(String session, byte[] frame);

  /** A worker's process has ended; said before the driver hears of it. */
  void freed(HostSession session, String worker);

  /** All workers of a session have ended; the last call of a session. */
  void ended(HostSession session);
}
