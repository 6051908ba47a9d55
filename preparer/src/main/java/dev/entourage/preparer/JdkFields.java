package dev.entourage.preparer;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/**
 * Fields of the JDK's own classes, for the few kinds that can't do without. A trusted lookup opens
 * them, so no flag is needed and nothing is printed.
 */
final class JdkFields {

  private static final MethodHandle OPEN = open();

  private JdkFields() {}

  /** Says whether the fields can be reached in this JVM. */
  static boolean areOpen() {
    return OPEN != null;
  }

  /** Returns all fields that an object of a class has, those of its superclasses first. */
  static List<Field> of(Class<?> type) {
    List<Field> found = new ArrayList<>();
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      List<Field> own = new ArrayList<>();
      for (Field field : c.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          own.add(opened(field));
        }
      }
      found.addAll(0, own);
    }
    return found;
  }

  /** Makes a field of the JDK accessible. */
  static Field opened(Field field) {
    try {
      OPEN.invoke((AccessibleObject) field, true);
      return field;
    } catch (Throwable e) {
      throw new IllegalStateException("A field of the JDK can't be reached: " + field, e);
    }
  }

  /** Sets the mark that {@code setAccessible} sets, without asking the module. */
  private static MethodHandle open() {
    if (!TrustedLookup.isAvailable()) {
      return null;
    }
    try {
      return TrustedLookup.in(AccessibleObject.class)
          .findSetter(AccessibleObject.class, "override", boolean.class);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
