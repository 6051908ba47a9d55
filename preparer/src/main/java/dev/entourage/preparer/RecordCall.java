package dev.entourage.preparer;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;

/**
 * The canonical constructor of a record as a handle that takes its references, which must be of the
 * right classes, and the bits of its primitives, each in the order of {@link FieldOrder}. It boxes
 * nothing, as reflection would.
 */
final class RecordCall {

  private static final Lookup LOOKUP = MethodHandles.lookup();
  private static final MethodHandle REFERENCE = MethodHandles.arrayElementGetter(Object[].class);
  private static final MethodHandle BITS = MethodHandles.arrayElementGetter(long[].class);
  private static final MethodType CALL =
      MethodType.methodType(Object.class, Object[].class, long[].class);

  private RecordCall() {}

  static MethodHandle of(FieldOrder order) {
    final Constructor<?> canonical = order.layout().canonical;
    final int[] places = order.places();
    final Class<?>[] types = canonical.getParameterTypes();
    MethodHandle[] components = new MethodHandle[places.length];
    int[] from = new int[places.length];
    try {
      for (int field = 0; field < places.length; field++) {
        final int place = places[field];
        final boolean primitive = types[place].isPrimitive();
        from[place] = primitive ? 1 : 0;
        components[place] =
            primitive
                ? primitive(types[place], field - order.references())
                : reference(types[place], field);
      }
      MethodHandle call =
          MethodHandles.filterArguments(LOOKUP.unreflectConstructor(canonical), 0, components);
      call = call.asType(call.type().changeReturnType(Object.class));
      return MethodHandles.permuteArguments(call, CALL, from);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("It was made accessible: " + canonical, e);
    }
  }

  private static MethodHandle reference(Class<?> type, int index) {
    return MethodHandles.insertArguments(REFERENCE, 1, index)
        .asType(MethodType.methodType(type, Object[].class));
  }

  private static MethodHandle primitive(Class<?> type, int index)
      throws ReflectiveOperationException {
    MethodType conversion = MethodType.methodType(type, long.class);
    return MethodHandles.filterReturnValue(
        MethodHandles.insertArguments(BITS, 1, index),
        LOOKUP.findStatic(Bits.class, type.getName() + "Of", conversion));
  }
}
