package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.SerializedLambda;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Rebuilds lambdas. In a session loader with one factory for each shape, so that no class is spun
 * for each task; elsewhere through the capturing class's own {@code $deserializeLambda$}, which
 * needs no access to the class.
 */
final class LambdaFactories {

  private static final MethodHandle READ_RESOLVE = SerialAccess.readResolve(SerializedLambda.class);

  private static final ClassValue<Map<LambdaShape, MethodHandle>> FACTORIES =
      new ClassValue<>() {
        @Override
        protected Map<LambdaShape, MethodHandle> computeValue(Class<?> capturing) {
          return new ConcurrentHashMap<>();
        }
      };

  private LambdaFactories() {}

  static Object rebuild(LambdaShape shape, Object[] captured, ClassLoader loader) {
    Class<?> capturing = ClassNames.find(shape.capturing(), loader);
    try {
      return capturing.getClassLoader() instanceof CallerLookup lookups
          ? factory(shape, captured.length, capturing, lookups).invokeWithArguments(captured)
          : deserialize(shape, captured, capturing);
    } catch (Throwable e) {
      throw failed(shape, e);
    }
  }

  private static MethodHandle factory(
      LambdaShape shape, int captured, Class<?> capturing, CallerLookup lookups)
      throws ReflectiveOperationException, LambdaConversionException {
    Map<LambdaShape, MethodHandle> factories = FACTORIES.get(capturing);
    MethodHandle known = factories.get(shape);
    if (known == null) {
      known = LambdaLinker.link(lookups.lookupIn(capturing), shape, captured);
      factories.put(shape, known);
    }
    return known;
  }

  private static Object deserialize(LambdaShape shape, Object[] captured, Class<?> capturing)
      throws Throwable {
    return READ_RESOLVE.invoke(
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

  private static MarshallingException failed(LambdaShape shape, Throwable e) {
    if (e instanceof VirtualMachineError error) {
      throw error;
    }
    return new MarshallingException(
        "A lambda can't be rebuilt: class=%s, method=%s%s"
            .formatted(shape.capturing(), shape.method(), shape.type()),
        e);
  }
}
