package dev.entourage.engine;

/** Exit codes of processes in words. */
final class ExitCodes {

  private static final int SIGNALS = 128;
  private static final int LAST_SIGNAL = 64;

  private ExitCodes() {}

  static String describe(int exitCode) {
    boolean signal = exitCode > SIGNALS && exitCode <= SIGNALS + LAST_SIGNAL;
    return "exit code=" + exitCode + (signal ? " (signal " + (exitCode - SIGNALS) + ")" : "");
  }
}
