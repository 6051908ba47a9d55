package dev.entourage.worker;

import dev.entourage.worker.LinkMessage.Failure;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Throwables as text. The user's own methods are called for it, and may themselves throw. */
final class Failures {

  /** More characters than a person reads; a stack overflow with causes would have megabytes. */
  private static final int LONGEST_TEXT = 64 * 1024;

  /** The most bytes that a failure takes in a frame: three texts, three bytes a character. */
  static final int LONGEST = 3 * 3 * LONGEST_TEXT;

  private Failures() {}

  static Failure of(Throwable e) {
    return new Failure(e.getClass().getName(), message(e), stack(e));
  }

  private static String message(Throwable e) {
    try {
      String message = e.getMessage();
      return message == null ? "" : cut(message);
    } catch (Throwable thrown) {
      return "(its getMessage() threw " + thrown.getClass().getName() + ")";
    }
  }

  private static String stack(Throwable e) {
    StringWriter text = new StringWriter();
    try {
      e.printStackTrace(new PrintWriter(text));
    } catch (Throwable thrown) {
      text.append("(its printStackTrace() threw ").append(thrown.getClass().getName()).append(")");
    }
    return cut(text.toString());
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
  }
}
