package dev.entourage.preparer;

import dev.entourage.Explanation.StaticEntry;
import dev.entourage.spi.RefusedException;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ConcurrentModificationException;
import java.util.Set;

/** Takes the values of static fields, and tells why not. Initialises no class. Thread-safe. */
final class StaticReader {

  private final Forms forms;

  StaticReader(Forms forms) {
    this.forms = forms;
  }

  /**
   * What a field gave.
   *
   * @param entry what is told of it
   * @param value its value, or null when it stays
   * @param classes what the value needs
   * @param depth how deep the value is
   */
  record Read(StaticEntry entry, StaticValue value, Set<Class<?>> classes, int depth) {}

  Read read(Field field) {
    try {
      field.setAccessible(true);
    } catch (InaccessibleObjectException e) {
      return stays(field, "its module doesn't open its package");
    }
    return ClassState.isInitialized(field)
        ? taken(field, FieldAccess.read(field, null))
        : stays(field, "its class isn't initialised here either");
  }

  private Read taken(Field field, Object value) {
    if (Modifier.isFinal(field.getModifiers()) && !StaticsTarget.refills(value)) {
      return stays(field, "it is final, and no container of the JDK's that can be filled");
    }
    try {
      GraphWalk.Found found = GraphWalk.walk(forms, value);
      StaticEntry entry = new StaticEntry(name(field), true, "the task's code may read it");
      return new Read(entry, value(field, value), found.classes(), found.depth());
    } catch (RefusedException e) {
      return stays(field, "it can't travel: " + e.getMessage());
    } catch (ConcurrentModificationException e) {
      throw ObjectPath.changed(e);
    }
  }

  private StaticValue value(Field field, Object value) {
    return new StaticValue(
        field.getDeclaringClass().getName(), field.getName(), Marks.of(forms, value), value);
  }

  private static Read stays(Field field, String reason) {
    return new Read(
        new StaticEntry(name(field), false, reason + "; workers initialise it anew"),
        null,
        Set.of(),
        0);
  }

  private static String name(Field field) {
    return field.getDeclaringClass().getName() + '.' + field.getName();
  }
}
