package dev.entourage.preparer;

import java.io.FilterOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What is below {@code System.out} and {@code System.err}. To set another stream in their place
 * would leave those behind that hold the old one, and a task that has captured it could not travel.
 *
 * @since 0.1
 */
public final class StandardStreams {

  private StandardStreams() {}

  /**
   * Puts a stream between one that prints and what is below it, while nobody prints.
   *
   * @param stream such as {@code System.out}
   * @param between makes the new stream over the old one
   * @return what was below it; empty where this Java doesn't let us, and nothing has changed
   */
  public static Optional<OutputStream> put(
      PrintStream stream, UnaryOperator<OutputStream> between) {
    if (!JdkFields.areOpen()) {
      return Optional.empty();
    }
    Field out = JdkFields.opened(out());
    synchronized (stream) {
      OutputStream below = (OutputStream) FieldAccess.read(out, stream);
      FieldAccess.write(out, stream, between.apply(below));
      return Optional.of(below);
    }
  }

  private static Field out() {
    try {
      return FilterOutputStream.class.getDeclaredField("out");
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("A protected field is part of Java's API", e);
    }
  }
}
