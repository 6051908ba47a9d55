package dev.entourage.engine;

import dev.entourage.worker.BusMessage.Output;

/** Words for the user: into the log where there is one, else, as in scripts, to standard error. */
final class Notices {

  private static final String PREFIX = "entourage: ";

  private final Console console;

  Notices(Console console) {
    this.console = console;
  }

  void warn(String text) {
    if (Log.isNobodys()) {
      print(PREFIX + text);
    } else {
      Log.LOG.warn(text);
    }
  }

  /** Prints lines to standard error, whatever log there is. */
  void print(String text) {
    text.lines().forEach(line -> console.offer(new Output("", true, line)));
  }
}
