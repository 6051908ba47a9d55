package dev.entourage.preparer;

import dev.entourage.preparer.Maker.Data;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/** Makes the records of one class with their constructor: see {@link Maker}. */
final class RecordTemplate extends Maker {

  private static final Data OF = Data.ofThis(MethodHandles.lookup());

  private static final MethodHandle CONSTRUCTOR = OF.constructor();
  private static final int LETTERS = OF.letters();
  private static final int TYPES = OF.types();

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

  RecordTemplate() {}

  @Override
  Object make(StraightReader reader, StepsIn in, int depth) {
    final long[] bits = new long[LETTERS];
    final Object[] references = new Object[TYPES];
    if (LETTER_0 != 0) {
      bits[0] = in.bits(LETTER_0);
    }
    if (LETTER_1 != 0) {
      bits[1] = in.bits(LETTER_1);
    }
    if (LETTER_2 != 0) {
      bits[2] = in.bits(LETTER_2);
    }
    if (LETTER_3 != 0) {
      bits[3] = in.bits(LETTER_3);
    }
    if (LETTER_4 != 0) {
      bits[4] = in.bits(LETTER_4);
    }
    if (LETTER_5 != 0) {
      bits[5] = in.bits(LETTER_5);
    }
    if (LETTER_6 != 0) {
      bits[6] = in.bits(LETTER_6);
    }
    if (LETTER_7 != 0) {
      bits[7] = in.bits(LETTER_7);
    }
    if (TYPE_0 != null) {
      references[0] = value(TYPE_0, reader, in, depth);
    }
    if (TYPE_1 != null) {
      references[1] = value(TYPE_1, reader, in, depth);
    }
    if (TYPE_2 != null) {
      references[2] = value(TYPE_2, reader, in, depth);
    }
    if (TYPE_3 != null) {
      references[3] = value(TYPE_3, reader, in, depth);
    }
    if (TYPE_4 != null) {
      references[4] = value(TYPE_4, reader, in, depth);
    }
    if (TYPE_5 != null) {
      references[5] = value(TYPE_5, reader, in, depth);
    }
    if (TYPE_6 != null) {
      references[6] = value(TYPE_6, reader, in, depth);
    }
    if (TYPE_7 != null) {
      references[7] = value(TYPE_7, reader, in, depth);
    }
    try {
      return (Object) CONSTRUCTOR.invokeExact(references, bits);
    } catch (Throwable e) {
      throw OF.refused(e);
    }
  }

  private static Object value(Class<?> type, StraightReader reader, StepsIn in, int depth) {
    return reader.value(type, depth);
  }
}
