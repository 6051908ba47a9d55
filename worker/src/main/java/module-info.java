/**
 * All that a worker JVM runs: its main, the wire between driver, host and worker, sessions, and the
 * running of a task. It knows no event bus and no logging library, so it starts fast and hides
 * nothing of the user's.
 *
 * @uses dev.entourage.spi.SerializationBackend the one that the session names
 * @since 0.1
 */
module dev.entourage.worker {
  requires transitive dev.entourage.preparer;
  // A Java without it records nothing, and runs tasks all the same.
  requires static jdk.jfr;

  exports dev.entourage.worker;

  uses dev.entourage.spi.SerializationBackend;
}
