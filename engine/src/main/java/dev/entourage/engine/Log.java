package dev.entourage.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Our one logger. Without a binding SLF4J prints a warning; scripts have none, so it is hushed. */
final class Log {

  private static final String VERBOSITY = "slf4j.internal.verbosity";

  static final Logger LOG = logger();

  private Log() {}

  private static Logger logger() {
    if (System.getProperty(VERBOSITY) == null) {
      System.setProperty(VERBOSITY, "ERROR");
    }
    return LoggerFactory.getLogger("dev.entourage");
  }
}
