package dev.entourage.preparer;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Says whether a class file is what the JVM runs. */
final class LiveMatch {

  private LiveMatch() {}

  /** Says so of the file that a class's loader gives away. */
  static boolean isAsLoaded(Class<?> type, ClassFile file) {
    return hasFields(type, file) && (mayDiffer(type) || isUnchanged(type, file));
  }

  /** Says so of what our agent was told, unless another agent comes behind it. */
  static boolean isRunning(Class<?> type, ClassFile file) {
    return hasFields(type, file) && file.texts().containsAll(LiveClass.texts(type));
  }

  private static boolean isUnchanged(Class<?> type, ClassFile file) {
    return Redefinitions.isAsLoaded(type) && LiveClass.hasConstants(type, file.constants());
  }

  /** JShell's loader gives away what it has redefined; the recorder changes events on each JVM. */
  private static boolean mayDiffer(Class<?> type) {
    return Scans.isRedefinable(type) || isRecorderEvent(type);
  }

  /** Says whether a class file has the name and the fields of a live class. */
  static boolean hasFields(Class<?> type, ClassFile file) {
    // The flight recorder gives its events fields of its own as soon as they are loaded.
    return fits(type, file, added -> isRecorderEvent(type));
  }

  /** Says whether objects of a live class have the fields that its file declares, and no others. */
  static boolean hasObjectsOf(Class<?> type, ClassFile file) {
    return fits(type, file, added -> Modifier.isStatic(added.getModifiers()));
  }

  private static boolean fits(Class<?> type, ClassFile file, Predicate<Field> mayBeAdded) {
    try {
      return file.name().equals(type.getName())
          && fits(type.getDeclaredFields(), file.fields(), mayBeAdded);
    } catch (NoClassDefFoundError e) {
      // A field's type isn't there on the driver either: then nobody can tell, or use it.
      return true;
    }
  }

  private static boolean fits(Field[] live, Set<String> declared, Predicate<Field> mayBeAdded) {
    Set<String> missing = new HashSet<>(declared);
    for (Field field : live) {
      if (!missing.remove(describe(field)) && !mayBeAdded.test(field)) {
        return false;
      }
    }
    return missing.isEmpty();
  }

  /** By name: not every image has a recorder. */
  private static boolean isRecorderEvent(Class<?> type) {
    Class<?> next = type.getSuperclass();
    while (next != null && !next.getName().equals("jdk.jfr.Event")) {
      next = next.getSuperclass();
    }
    return next != null;
  }

  private static String describe(Field field) {
    return ClassFile.field(field.getName(), field.getType().descriptorString());
  }
}
