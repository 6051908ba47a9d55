package dev.entourage.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLoggerFactory;

/** Our one logger. Without a binding SLF4J prints a warning; scripts have none, so it is hushed. */
final class Log {

  private static final String VERBOSITY = "slf4j.internal.verbosity";

  static final Logger LOG = logger();

  private Log() {}

  /** Says whether nobody would read it, as in a script: there is no binding. */
  static boolean isNobodys() {
    return LoggerFactory.getILoggerFactory() instanceof NOPLoggerFactory;
  }

  private static Logger logger() {
    if (System.getProperty(VERBOSITY) == null) {
      System.setProperty(VERBOSITY, "ERROR");
    }
    return LoggerFactory.getLogger("dev.entourage");
  }
}
