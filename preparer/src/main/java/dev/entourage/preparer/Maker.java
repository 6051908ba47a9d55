package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;

/**
 * Reads the objects of one class. A template is a class of ours that the JVM is given once more for
 * each class of which there are many objects, as a hidden class with what it must know as constants
 * of its own. So the JIT compiler makes code for just these fields, out of what javac made; nobody
 * writes any. It goes with the session that it was made for. {@link FieldsTemplate} is the same for
 * writing them.
 */
abstract class Maker {

  /** How many primitives, and how many references, a template has room for. */
  static final int ROOM = 8;

  private static final Lookup LOOKUP = MethodHandles.lookup();

  /** Reads the fields of an object; its step is read already. */
  abstract Object make(StraightReader reader, StepsIn in, int depth);

  /**
   * What is constant to a template.
   *
   * @param constructor of a record, as {@link RecordCall} has it; else null
   */
  record Data(FieldOrder order, Class<?> made, long[] offsets, MethodHandle constructor) {

    static Data ofThis(Lookup template) {
      try {
        return MethodHandles.classData(template, "_", Data.class);
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }

    int types() {
      return order.references();
    }

    int letters() {
      return order.places().length - types();
    }

    char letter(int index) {
      return index < letters() ? order.reader().letter(types() + index) : 0;
    }

    long primitive(int index) {
      return index < letters() ? offsets[types() + index] : 0;
    }

    Class<?> type(int index) {
      return index < types() ? order.field(index).getType() : null;
    }

    long reference(int index) {
      return index < types() ? offsets[index] : 0;
    }

    /** Returns a template as a class of its own, or null where there are too many fields. */
    Class<?> defined(Class<?> template) {
      if (types() > ROOM || letters() > ROOM) {
        return null;
      }
      // Where this fails nothing is wrong but slower.
      try (InputStream in = template.getResourceAsStream(template.getSimpleName() + ".class")) {
        return LOOKUP.defineHiddenClassWithClassData(in.readAllBytes(), this, true).lookupClass();
      } catch (IOException | IllegalAccessException | RuntimeException | LinkageError e) {
        return null;
      }
    }

    MarshallingException refused(Throwable e) {
      return FieldsKind.refused(order.layout(), e);
    }
  }

  /** Returns a maker of objects, or null where they have too many fields or the JDK hides them. */
  static Maker ofObjects(Class<?> type, FieldOrder order) {
    long[] offsets = FieldReader.offsets(order.fields());
    return offsets == null || !Blank.of(type).isPlain() || !FieldWriter.isDirect()
        ? null
        : made(ObjectTemplate.class, new Data(order, type, offsets, null));
  }

  /** Returns a maker of records, or null where they have too many fields. */
  static Maker ofRecords(Class<?> type, FieldOrder order) {
    return made(RecordTemplate.class, new Data(order, type, null, RecordCall.of(order)));
  }

  private static Maker made(Class<? extends Maker> template, Data data) {
    Class<?> made = data.defined(template);
    try {
      return made == null ? null : (Maker) made.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      return null;
    }
  }
}
