package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.SerializedLambda;

/** What can be learned of a lambda from itself. */
final class Lambdas {

  private static final String MARK = "$$Lambda";

  private static final String SERIALIZABLE =
      "declare it as RemoteFunction, RemoteCallable or RemoteRunnable, or cast it, as in"
          + " (Function<A, B> & java.io.Serializable) x -> …";

  private static final ClassValue<Writer> WRITERS =
      new ClassValue<>() {
        @Override
        protected Writer computeValue(Class<?> type) {
          return new Writer(SerialAccess.writeReplace(type));
        }
      };

  /** The way to take a lambda of one class apart; null for one that isn't serializable. */
  private record Writer(MethodHandle writeReplace) {}

  private Lambdas() {}

  static boolean isLambda(Class<?> type) {
    return type.isHidden() && type.isSynthetic() && type.getName().contains(MARK);
  }

  /** Takes a lambda apart; null when it isn't serializable. */
  static SerializedLambda serialized(Object lambda) {
    MethodHandle writeReplace = WRITERS.get(lambda.getClass()).writeReplace();
    if (writeReplace == null) {
      return null;
    }
    try {
      return writeReplace.invoke(lambda) instanceof SerializedLambda found ? found : null;
    } catch (Throwable e) {
      throw new MarshallingException(
          "A lambda can't be taken apart: " + name(lambda.getClass()), e);
    }
  }

  static Object[] captured(SerializedLambda lambda) {
    Object[] captured = new Object[lambda.getCapturedArgCount()];
    for (int i = 0; i < captured.length; i++) {
      captured[i] = lambda.getCapturedArg(i);
    }
    return captured;
  }

  /** Names a lambda by the class that made it. */
  static String name(Class<?> lambda) {
    String name = lambda.getName();
    return "lambda in " + (name.contains(MARK) ? capturing(lambda) : name);
  }

  /** Names the class whose code made a lambda. It isn't always the nest host. */
  static String capturing(Class<?> lambda) {
    String name = lambda.getName();
    return name.substring(0, name.lastIndexOf(MARK));
  }

  /** Says why an object of a hidden class can't travel. */
  static String hidden() {
    return "a hidden class has no name by which it could be found";
  }

  /** Says why no plain lambda can travel from this JVM. */
  static String closed() {
    return "this Java keeps lambdas of types that aren't Serializable closed; start it with "
        + TrustedLookup.flag()
        + ", or "
        + SERIALIZABLE;
  }

  /** Says why one plain lambda can't travel. */
  static String unreadable(Throwable why) {
    return "what this lambda calls can't be told for sure ("
        + why.getMessage()
        + "); write it as x -> … instead of a method reference, or "
        + SERIALIZABLE;
  }
}
