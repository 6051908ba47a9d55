package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import java.lang.reflect.Field;

/** Reads and writes fields that were made accessible. */
final class FieldAccess {

  private FieldAccess() {}

  static Object read(Field field, Object owner) {
    try {
      return field.get(owner);
    } catch (IllegalAccessException e) {
      throw new MarshallingException("A field can't be read: " + field, e);
    }
  }

  static void write(Field field, Object owner, Object value) {
    try {
      field.set(owner, value);
    } catch (IllegalAccessException | IllegalArgumentException | NullPointerException e) {
      throw new MarshallingException("A field can't be set: " + field, e);
    }
  }
}
