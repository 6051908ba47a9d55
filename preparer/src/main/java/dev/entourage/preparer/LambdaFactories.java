package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Rebuilds lambdas. In a session loader with one factory for each shape, so that no class is spun
 * for each task; elsewhere serializable ones through the capturing class's own {@code
 * $deserializeLambda$}, which needs no access to the class and knows no others.
 */
final class LambdaFactories {

  private static final MethodHandle READ_RESOLVE = SerialAccess.readResolve(SerializedLambda.class);

  /**
   * Makes the lambdas of one class: {@code readResolve} looks up this method each time, and asks
   * the JVM who called it, for which that walks the stack unless all of this is compiled as one.
   */
  private static final ClassValue<MethodHandle> DESERIALIZE =
      new ClassValue<>() {
        @Override
        protected MethodHandle computeValue(Class<?> capturing) {
          return deserializer(capturing);
        }
      };

  /** Making this text takes longer than making a lambda. */
  private static final String JAVA = Runtime.version().toString();

  private static final MethodType MAKING =
      MethodType.methodType(Object.class, SerializedLambda.class);

  private static final MethodType SPREAD = MethodType.methodType(Object.class, Object[].class);

  private static final ClassValue<Map<LambdaShape, MethodHandle>> FACTORIES =
      new ClassValue<>() {
        @Override
        protected Map<LambdaShape, MethodHandle> computeValue(Class<?> capturing) {
          return new ConcurrentHashMap<>();
        }
      };

  private LambdaFactories() {}

  static Object rebuild(LambdaShape shape, Object[] captured, NamedClasses classes) {
    checkJava(shape);
    Class<?> capturing = classes.find(shape.capturing());
    try {
      return capturing.getClassLoader() instanceof CallerLookup || !shape.serializable()
          ? (Object) factory(shape, captured.length, capturing).invokeExact(captured)
          : deserialize(shape, captured, capturing);
    } catch (Throwable e) {
      throw failed(shape, e);
    }
  }

  private static MethodHandle factory(LambdaShape shape, int captured, Class<?> capturing)
      throws ReflectiveOperationException, LambdaConversionException {
    Map<LambdaShape, MethodHandle> factories = FACTORIES.get(capturing);
    MethodHandle known = factories.get(shape);
    if (known == null) {
      known =
          LambdaLinker.link(caller(capturing), shape, captured)
              .asSpreader(Object[].class, captured)
              .asType(SPREAD);
      factories.put(shape, known);
    }
    return known;
  }

  private static Lookup caller(Class<?> capturing) throws IllegalAccessException {
    return capturing.getClassLoader() instanceof CallerLookup lookups
        ? lookups.lookupIn(capturing)
        : trusted(capturing);
  }

  private static Lookup trusted(Class<?> capturing) throws IllegalAccessException {
    if (!TrustedLookup.isAvailable()) {
      throw new MarshallingException(Lambdas.closed());
    }
    return TrustedLookup.in(capturing);
  }

  /** Another Java's compiler may have given the same name to other code of the JDK. */
  private static void checkJava(LambdaShape shape) {
    if (!shape.java().isEmpty() && !shape.java().equals(JAVA)) {
      throw new MarshallingException(
          "A lambda of the JDK's own code needs the Java it was made by: class=%s, made by=%s,"
                  .formatted(shape.capturing(), shape.java())
              + " here=%s. Run both on one Java, or write it as a lambda of your own."
                  .formatted(JAVA));
    }
  }

  private static Object deserialize(LambdaShape shape, Object[] captured, Class<?> capturing)
      throws Throwable {
    return (Object)
        DESERIALIZE
            .get(capturing)
            .invokeExact(
                new SerializedLambda(
                    capturing,
                    shape.face(),
                    shape.name(),
                    shape.erased(),
                    shape.kind(),
                    shape.owner(),
                    shape.method(),
                    shape.type(),
                    shape.instantiated(),
                    captured));
  }

  private static MethodHandle deserializer(Class<?> capturing) {
    try {
      if (TrustedLookup.isAvailable()) {
        return TrustedLookup.in(capturing).findStatic(capturing, "$deserializeLambda$", MAKING);
      }
    } catch (ReflectiveOperationException e) {
      // Then readResolve says so.
    }
    return READ_RESOLVE.asType(MAKING);
  }

  private static MarshallingException failed(LambdaShape shape, Throwable e) {
    if (e instanceof VirtualMachineError error) {
      throw error;
    }
    if (e instanceof MarshallingException known) {
      return known;
    }
    return new MarshallingException(
        "A lambda can't be rebuilt: class=%s, method=%s%s"
            .formatted(shape.capturing(), shape.method(), shape.type()),
        e);
  }
}
