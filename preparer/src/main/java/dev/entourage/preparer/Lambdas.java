package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.SerializedLambda;

/** What can be learned of a lambda from itself. */
final class Lambdas {

  private static final String MARK = "$$Lambda";

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
    int mark = name.indexOf(MARK);
    return "lambda in " + (mark < 0 ? name : name.substring(0, mark));
  }

  /** Says why an object of a hidden class can't travel. */
  static String hidden(Class<?> type) {
    return isLambda(type)
        ? "a lambda of a type that isn't Serializable can't be taken apart; declare it as"
            + " RemoteFunction, RemoteCallable or RemoteRunnable, or cast it, as in"
            + " (Function<A, B> & java.io.Serializable) x -> …"
        : "a hidden class has no name by which it could be found";
  }
}
