package dev.entourage.preparer;

import dev.entourage.preparer.Maker.Data;
import java.lang.reflect.Constructor;

/**
 * Makes {@link FieldsTemplate}s for a class of which many objects were written, in whatever
 * session. It belongs to the class's {@link Layout}, so it goes with the class. Thread-safe.
 */
final class FieldsTemplates {

  /** How many objects there were, not exactly where threads meet. */
  private int count;

  private boolean defined;

  /** That of the template for the class; null where there is none. */
  private Constructor<?> constructor;

  /** Counts an object, and says whether there were so many. */
  boolean areMany(int many) {
    return count >= many || ++count >= many;
  }

  /** Returns a template in the place of a teller; null where one can't be made. */
  synchronized Teller of(Teller teller, FieldOrder order) {
    try {
      if (!defined) {
        defined = true;
        constructor = constructor(teller.type(), order);
      }
      return constructor == null
          ? null
          : (Teller) constructor.newInstance(teller.type(), teller.plan(), teller.step());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Constructor<?> constructor(Class<?> type, FieldOrder order)
      throws NoSuchMethodException {
    long[] offsets = FieldReader.isDirect() ? FieldReader.offsets(order.fields()) : null;
    Class<?> template =
        offsets == null ? null : new Data(order, type, offsets, null).defined(FieldsTemplate.class);
    return template == null
        ? null
        : template.getDeclaredConstructor(Class.class, Plan.class, int.class);
  }
}
