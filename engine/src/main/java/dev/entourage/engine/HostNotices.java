package dev.entourage.engine;

import dev.entourage.ConfigurationException;
import dev.entourage.worker.BusMessage.WorkerLost;

/** What the user of a pool is told of its hosts and of workers that end. */
final class HostNotices {

  private final Notices notices;

  HostNotices(Notices notices) {
    this.notices = notices;
  }

  void unfit(String host, String why) {
    notices.warn("Host " + host + " doesn't fit: " + why);
  }

  /**
   * What a worker takes with it is no surprise where we have ended it, nor where a terminal's
   * Ctrl-C ends the workers, too.
   */
  void ended(WorkerLost worker, Loss loss) {
    if (!JvmExit.hasBegun() && loss.wasStarted() && !loss.wasAsked()) {
      notices.warn(
          "A worker ended, and another takes its place: "
              + Deaths.describe(worker)
              + ", tasks that run again="
              + loss.again().size()
              + ", given up="
              + loss.givenUp().size());
    }
  }

  /**
   * A worker has ended before it was there.
   *
   * @param delay when the next one is started, in milliseconds
   */
  void notStarted(WorkerLost worker, long delay) {
    notices.warn(
        "A worker could not start, and the next try follows in "
            + delay / 1000.0
            + " seconds: "
            + Deaths.describe(worker)
            + ", last output="
            + worker.lastOutput());
  }

  static ConfigurationException noHost() {
    return new ConfigurationException(
        "A pool must have a host of workers: none is there. Start one, such as with entourage"
            + " worker --cluster FILE, or check the options of the transport.");
  }

  static ConfigurationException noneFits(String host, String why) {
    return new ConfigurationException("A host must fit the pool: host=" + host + ", " + why);
  }

  static ConfigurationException noneStarts(WorkerLost last) {
    return new ConfigurationException(
        "Worker JVMs must be able to start: none lives, and the last one ended with "
            + ExitCodes.describe(last.exitCode())
            + " and printed "
            + last.lastOutput()
            + ". Check jvmOptions and environment of the pool, and the machine's memory. The next"
            + " task makes the pool try again.");
  }
}
