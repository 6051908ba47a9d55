package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;

/**
 * What one class of lambdas that aren't serializable holds.
 *
 * @param shape what they call
 * @param getters read the captured values, in order
 */
record PlainLambda(LambdaShape shape, MethodHandle[] getters) {

  /** LambdaMetafactory names the fields of captured values so, and counts from 1. */
  private static final String CAPTURED = "arg$";

  private static final ClassValue<Known> KNOWN =
      new ClassValue<>() {
        @Override
        protected Known computeValue(Class<?> type) {
          return Known.of(type);
        }
      };

  /** Takes a class of lambdas apart, or throws what says why not. */
  static PlainLambda of(Class<?> type) {
    Known known = KNOWN.get(type);
    if (known.lambda == null) {
      throw new UnsupportedOperationException(known.refusal);
    }
    return known.lambda;
  }

  Object[] captured(Object lambda) {
    Object[] captured = new Object[getters.length];
    for (int i = 0; i < captured.length; i++) {
      try {
        captured[i] = getters[i].invoke(lambda);
      } catch (Throwable e) {
        throw new MarshallingException("A captured value can't be read: " + lambda.getClass(), e);
      }
    }
    return captured;
  }

  private static PlainLambda read(Class<?> type) throws Throwable {
    Field[] fields =
        Arrays.stream(type.getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .sorted(Comparator.comparingInt(PlainLambda::number))
            .toArray(Field[]::new);
    Lookup lookup = TrustedLookup.in(type);
    MethodHandle[] getters = new MethodHandle[fields.length];
    Class<?>[] captured = new Class<?>[fields.length];
    for (int i = 0; i < fields.length; i++) {
      captured[i] = fields[i].getType();
      MethodHandle getter = lookup.findGetter(type, fields[i].getName(), captured[i]);
      getters[i] = getter.asType(MethodType.methodType(Object.class, Object.class));
    }
    return new PlainLambda(new PlainLambdaShape(type, captured).read(), getters);
  }

  private static int number(Field field) {
    return Integer.parseInt(field.getName().substring(CAPTURED.length()));
  }

  /** What was learned of one class: once, for better or worse. */
  private record Known(PlainLambda lambda, String refusal) {

    static Known of(Class<?> type) {
      if (!TrustedLookup.isAvailable()) {
        return new Known(null, Lambdas.closed());
      }
      try {
        return new Known(read(type), null);
      } catch (VirtualMachineError e) {
        throw e;
      } catch (Throwable e) {
        return new Known(null, Lambdas.unreadable(e));
      }
    }
  }
}
