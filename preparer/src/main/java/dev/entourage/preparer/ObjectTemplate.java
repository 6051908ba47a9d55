package dev.entourage.preparer;

import dev.entourage.preparer.Maker.Data;
import java.lang.invoke.MethodHandles;

/** Makes the objects of one class without their constructor: see {@link Maker}. */
final class ObjectTemplate extends Maker {

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

  ObjectTemplate() {}

  @Override
  Object make(StraightReader reader, StepsIn in, int depth) {
    final Object made = Blank.allocate(OF.made());
    reader.begin(made);
    if (LETTER_0 != 0) {
      FieldWriter.put(made, LETTER_0, PRIMITIVE_0, in.bits(LETTER_0));
    }
    if (LETTER_1 != 0) {
      FieldWriter.put(made, LETTER_1, PRIMITIVE_1, in.bits(LETTER_1));
    }
    if (LETTER_2 != 0) {
      FieldWriter.put(made, LETTER_2, PRIMITIVE_2, in.bits(LETTER_2));
    }
    if (LETTER_3 != 0) {
      FieldWriter.put(made, LETTER_3, PRIMITIVE_3, in.bits(LETTER_3));
    }
    if (LETTER_4 != 0) {
      FieldWriter.put(made, LETTER_4, PRIMITIVE_4, in.bits(LETTER_4));
    }
    if (LETTER_5 != 0) {
      FieldWriter.put(made, LETTER_5, PRIMITIVE_5, in.bits(LETTER_5));
    }
    if (LETTER_6 != 0) {
      FieldWriter.put(made, LETTER_6, PRIMITIVE_6, in.bits(LETTER_6));
    }
    if (LETTER_7 != 0) {
      FieldWriter.put(made, LETTER_7, PRIMITIVE_7, in.bits(LETTER_7));
    }
    if (TYPE_0 != null) {
      FieldWriter.put(made, REFERENCE_0, value(TYPE_0, reader, in, depth));
    }
    if (TYPE_1 != null) {
      FieldWriter.put(made, REFERENCE_1, value(TYPE_1, reader, in, depth));
    }
    if (TYPE_2 != null) {
      FieldWriter.put(made, REFERENCE_2, value(TYPE_2, reader, in, depth));
    }
    if (TYPE_3 != null) {
      FieldWriter.put(made, REFERENCE_3, value(TYPE_3, reader, in, depth));
    }
    if (TYPE_4 != null) {
      FieldWriter.put(made, REFERENCE_4, value(TYPE_4, reader, in, depth));
    }
    if (TYPE_5 != null) {
      FieldWriter.put(made, REFERENCE_5, value(TYPE_5, reader, in, depth));
    }
    if (TYPE_6 != null) {
      FieldWriter.put(made, REFERENCE_6, value(TYPE_6, reader, in, depth));
    }
    if (TYPE_7 != null) {
      FieldWriter.put(made, REFERENCE_7, value(TYPE_7, reader, in, depth));
    }
    return made;
  }

  private static Object value(Class<?> type, StraightReader reader, StepsIn in, int depth) {
    return reader.value(type, depth);
  }
}
