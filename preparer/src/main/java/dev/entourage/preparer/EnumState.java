package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;

/**
 * What a constant of an enum holds in its own fields. The constant itself is the worker's own,
 * known by its name, as a registry that is an enum with one constant; what its fields hold is the
 * state of the program as any static field's value is.
 */
final class EnumState {

  /** In an order that each JVM has; the JVM itself promises none. */
  private static final ClassValue<Field[]> FIELDS =
      new ClassValue<>() {
        @Override
        protected Field[] computeValue(Class<?> type) {
          return Arrays.stream(Layout.of(type).fields)
              .sorted(
                  Comparator.comparing((Field field) -> field.getDeclaringClass().getName())
                      .thenComparing(Field::getName))
              .toArray(Field[]::new);
        }
      };

  private EnumState() {}

  /**
   * Says whether constants of a class can hold anything else than their initialiser has made. What
   * only numbers, texts and functions describe, set once, is the same everywhere and stays.
   *
   * @param type an enum, or the body of one of its constants
   * @param owners whose objects can change
   */
  static boolean mayChange(Class<?> type, StaticsOwners owners) {
    return Arrays.stream(Layout.of(type).fields)
        .anyMatch(
            field -> !Modifier.isFinal(field.getModifiers()) || canChange(field.getType(), owners));
  }

  private static boolean canChange(Class<?> type, StaticsOwners owners) {
    return type.isArray()
        || Collection.class.isAssignableFrom(type)
        || Map.class.isAssignableFrom(type)
        || type.getName().startsWith("java.util.concurrent.atomic.")
        || type == BitSet.class
        || owners.has(type) && !type.isInterface() && !type.isEnum() && !type.isRecord();
  }

  /** Returns what the fields of a constant hold. */
  static Object[] read(Object constant) {
    Field[] fields = FIELDS.get(constant.getClass());
    Object[] state = new Object[fields.length];
    for (int i = 0; i < fields.length; i++) {
      state[i] = FieldAccess.read(fields[i], constant);
    }
    return state;
  }

  /** Sets the fields of a constant to what was read from that of another JVM. */
  static void write(Object constant, Object state) {
    Field[] fields = FIELDS.get(constant.getClass());
    if (!(state instanceof Object[] values) || values.length != fields.length) {
      throw new MarshallingException("The bytes are damaged: " + constant + " has other fields");
    }
    for (int i = 0; i < fields.length; i++) {
      FieldAccess.write(fields[i], constant, values[i]);
    }
  }

  /** Returns the way from a constant to what can't travel. */
  static String path(Forms forms, Object constant, Object culprit) {
    for (Field field : FIELDS.get(constant.getClass())) {
      Object value = FieldAccess.read(field, constant);
      if (ObjectPath.leads(forms, value, culprit)) {
        return field.getName() + " → " + ObjectPath.find(forms, value, culprit);
      }
    }
    return "…";
  }
}
