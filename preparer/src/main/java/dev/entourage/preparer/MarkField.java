package dev.entourage.preparer;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A {@code static final} field that may hold a mark: an object that is known by its identity. */
final class MarkField {

  private static final ClassValue<List<MarkField>> OF_CLASS =
      new ClassValue<>() {
        @Override
        protected List<MarkField> computeValue(Class<?> owner) {
          return find(owner);
        }
      };

  private final Field field;
  private final String[] head;
  private volatile Object value;

  private MarkField(Field field) {
    this.field = field;
    head = new String[] {field.getDeclaringClass().getName(), field.getName()};
  }

  /** The fields of one class. */
  static List<MarkField> of(Class<?> owner) {
    return OF_CLASS.get(owner);
  }

  private static List<MarkField> find(Class<?> owner) {
    List<MarkField> found = new ArrayList<>();
    try {
      for (Field field : owner.getDeclaredFields()) {
        if (isConstant(field)) {
          field.setAccessible(true);
          found.add(new MarkField(field));
        }
      }
    } catch (InaccessibleObjectException | LinkageError e) {
      // A module that opens nothing, or a type that isn't there: nobody can look.
      return List.of();
    }
    return List.copyOf(found);
  }

  private static boolean isConstant(Field field) {
    int both = Modifier.STATIC | Modifier.FINAL;
    return (field.getModifiers() & both) == both
        && !field.isSynthetic()
        && !field.isEnumConstant()
        && !field.getType().isPrimitive();
  }

  /** Names the field, in the same array each time. */
  String[] head() {
    return head;
  }

  Class<?> owner() {
    return field.getDeclaringClass();
  }

  String name() {
    return field.getName();
  }

  Class<?> declared() {
    return field.getType();
  }

  /**
   * Says whether it holds an object. A class that isn't initialised is left alone: it can't have
   * made the object.
   */
  boolean holds(Object object) {
    Object known = value;
    if (known == null && ClassState.isInitialized(field)) {
      known = FieldAccess.read(field, null);
      value = known;
    }
    return known == object;
  }

  /**
   * Finds what a field holds where a graph is read, as code there would: its class is initialised.
   *
   * @return nothing where it holds none of the type, or can't be read
   */
  static Optional<Object> value(String owner, String name, Class<?> type, ClassLoader loader) {
    Class<?> found = ClassNames.find(owner, loader);
    if (ClassNames.isJdk(found)) {
      return Optional.empty();
    }
    try {
      return of(found).stream()
          .filter(mark -> mark.name().equals(name))
          .findFirst()
          .map(mark -> FieldAccess.read(mark.field, null))
          .filter(held -> held.getClass() == type);
    } catch (LinkageError e) {
      // Its initialiser fails, so nobody there can compare anything with it.
      return Optional.empty();
    }
  }
}
