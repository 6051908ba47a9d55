package dev.entourage.preparer;

import dev.entourage.preparer.Maker.Data;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/** Of the objects or records of one class of which there are many: see {@link Maker}. */
final class FieldsTemplate extends Teller {

  private static final Data OF = Data.ofThis(MethodHandles.lookup());

  private static final char LETTER_0 = OF.letter(0);
  private static final char LETTER_1 = OF.letter(1);
  private static final char LETTER_2 = OF.letter(2);
  private static final char LETTER_3 = OF.letter(3);
  private static final char LETTER_4 = OF.letter(4);
  private static final char LETTER_5 = OF.letter(5);
  private static final char LETTER_6 = OF.letter(6);
  private static final char LETTER_7 = OF.letter(7);
  private static final Class<?> TYPE_0 = OF.type(0);
  private static final Class<?> TYPE_1 = OF.type(1);
  private static final Class<?> TYPE_2 = OF.type(2);
  private static final Class<?> TYPE_3 = OF.type(3);
  private static final Class<?> TYPE_4 = OF.type(4);
  private static final Class<?> TYPE_5 = OF.type(5);
  private static final Class<?> TYPE_6 = OF.type(6);
  private static final Class<?> TYPE_7 = OF.type(7);

  private static final long PRIMITIVE_0 = OF.primitive(0);
  private static final long PRIMITIVE_1 = OF.primitive(1);
  private static final long PRIMITIVE_2 = OF.primitive(2);
  private static final long PRIMITIVE_3 = OF.primitive(3);
  private static final long PRIMITIVE_4 = OF.primitive(4);
  private static final long PRIMITIVE_5 = OF.primitive(5);
  private static final long PRIMITIVE_6 = OF.primitive(6);
  private static final long PRIMITIVE_7 = OF.primitive(7);
  private static final long REFERENCE_0 = OF.reference(0);
  private static final long REFERENCE_1 = OF.reference(1);
  private static final long REFERENCE_2 = OF.reference(2);
  private static final long REFERENCE_3 = OF.reference(3);
  private static final long REFERENCE_4 = OF.reference(4);
  private static final long REFERENCE_5 = OF.reference(5);
  private static final long REFERENCE_6 = OF.reference(6);
  private static final long REFERENCE_7 = OF.reference(7);

  private static final int ROOM = Wire.LONGEST * OF.letters();

  /** The classes that its references were to when they were first written. */
  private final Teller[] parts = new Teller[OF.types()];

  FieldsTemplate(Class<?> type, Plan plan, int step) {
    super(type, plan, step);
    forget();
  }

  @Override
  long fingerprint() {
    return OF.order().fingerprint();
  }

  @Override
  void forget() {
    Arrays.fill(parts, NONE);
  }

  /**
   * Each field has a call at a place of its own: there the JIT compiler mostly sees one class of
   * parts, and makes them a piece of this.
   */
  @Override
  int tell(StraightWriter writer, Object value, int at, int depth) {
    final int known = writer.meet(value, depth);
    if (known >= 0) {
      return writer.same(known, at, depth);
    }
    int next = writer.step(this, at);
    if (ROOM > 0) {
      next = primitives(value, writer.out().room(next, ROOM), next);
    }
    if (TYPE_0 != null) {
      final Object part = FieldReader.readAt(value, REFERENCE_0);
      if (part == null) {
        next = writer.out().nothing(next);
      } else if (TYPE_0 == String.class) {
        next = writer.texts().step(next, (String) part, writer.out());
      } else {
        next = part(TYPE_0, part, 0, writer).tell(writer, part, next, depth + 1);
      }
    }
    if (TYPE_1 != null) {
      final Object part = FieldReader.readAt(value, REFERENCE_1);
      if (part == null) {
        next = writer.out().nothing(next);
      } else if (TYPE_1 == String.class) {
        next = writer.texts().step(next, (String) part, writer.out());
      } else {
        next = part(TYPE_1, part, 1, writer).tell(writer, part, next, depth + 1);
      }
    }
    if (TYPE_2 != null) {
      final Object part = FieldReader.readAt(value, REFERENCE_2);
      if (part == null) {
        next = writer.out().nothing(next);
      } else if (TYPE_2 == String.class) {
        next = writer.texts().step(next, (String) part, writer.out());
      } else {
        next = part(TYPE_2, part, 2, writer).tell(writer, part, next, depth + 1);
      }
    }
    if (TYPE_3 != null) {
      final Object part = FieldReader.readAt(value, REFERENCE_3);
      if (part == null) {
        next = writer.out().nothing(next);
      } else if (TYPE_3 == String.class) {
        next = writer.texts().step(next, (String) part, writer.out());
      } else {
        next = part(TYPE_3, part, 3, writer).tell(writer, part, next, depth + 1);
      }
    }
    if (TYPE_4 != null) {
      final Object part = FieldReader.readAt(value, REFERENCE_4);
      if (part == null) {
        next = writer.out().nothing(next);
      } else if (TYPE_4 == String.class) {
        next = writer.texts().step(next, (String) part, writer.out());
      } else {
        next = part(TYPE_4, part, 4, writer).tell(writer, part, next, depth + 1);
      }
    }
    if (TYPE_5 != null) {
      final Object part = FieldReader.readAt(value, REFERENCE_5);
      if (part == null) {
        next = writer.out().nothing(next);
      } else if (TYPE_5 == String.class) {
        next = writer.texts().step(next, (String) part, writer.out());
      } else {
        next = part(TYPE_5, part, 5, writer).tell(writer, part, next, depth + 1);
      }
    }
    if (TYPE_6 != null) {
      final Object part = FieldReader.readAt(value, REFERENCE_6);
      if (part == null) {
        next = writer.out().nothing(next);
      } else if (TYPE_6 == String.class) {
        next = writer.texts().step(next, (String) part, writer.out());
      } else {
        next = part(TYPE_6, part, 6, writer).tell(writer, part, next, depth + 1);
      }
    }
    if (TYPE_7 != null) {
      final Object part = FieldReader.readAt(value, REFERENCE_7);
      if (part == null) {
        next = writer.out().nothing(next);
      } else if (TYPE_7 == String.class) {
        next = writer.texts().step(next, (String) part, writer.out());
      } else {
        next = part(TYPE_7, part, 7, writer).tell(writer, part, next, depth + 1);
      }
    }
    return writer.complete(depth, next);
  }

  private static int primitives(Object value, byte[] to, int at) {
    int next = at;
    if (LETTER_0 != 0) {
      next = Wire.put(to, next, LETTER_0, FieldReader.bitsAt(value, PRIMITIVE_0, LETTER_0));
    }
    if (LETTER_1 != 0) {
      next = Wire.put(to, next, LETTER_1, FieldReader.bitsAt(value, PRIMITIVE_1, LETTER_1));
    }
    if (LETTER_2 != 0) {
      next = Wire.put(to, next, LETTER_2, FieldReader.bitsAt(value, PRIMITIVE_2, LETTER_2));
    }
    if (LETTER_3 != 0) {
      next = Wire.put(to, next, LETTER_3, FieldReader.bitsAt(value, PRIMITIVE_3, LETTER_3));
    }
    if (LETTER_4 != 0) {
      next = Wire.put(to, next, LETTER_4, FieldReader.bitsAt(value, PRIMITIVE_4, LETTER_4));
    }
    if (LETTER_5 != 0) {
      next = Wire.put(to, next, LETTER_5, FieldReader.bitsAt(value, PRIMITIVE_5, LETTER_5));
    }
    if (LETTER_6 != 0) {
      next = Wire.put(to, next, LETTER_6, FieldReader.bitsAt(value, PRIMITIVE_6, LETTER_6));
    }
    if (LETTER_7 != 0) {
      next = Wire.put(to, next, LETTER_7, FieldReader.bitsAt(value, PRIMITIVE_7, LETTER_7));
    }
    return next;
  }

  /** A field of a final class has no objects of others; an array's class only seems to be one. */
  private Teller part(Class<?> type, Object part, int field, StraightWriter writer) {
    final Teller usual = parts[field];
    if (usual == NONE) {
      return parts[field] = writer.teller(part, usual);
    }
    return Modifier.isFinal(type.getModifiers()) && !type.isArray()
        ? usual
        : writer.teller(part, usual);
  }
}
