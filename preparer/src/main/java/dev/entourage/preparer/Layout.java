package dev.entourage.preparer;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The fields of a class that travel: neither static nor transient, those of the base class first.
 * Fields of the JDK's superclasses are never among them.
 */
final class Layout {

  private static final ClassValue<Layout> LAYOUTS =
      new ClassValue<>() {
        @Override
        protected Layout computeValue(Class<?> type) {
          return new Layout(type);
        }
      };

  final Field[] fields;
  final Field[] references;

  /** The canonical constructor of a record, or null. */
  final Constructor<?> canonical;

  /** Why the fields can't be reached, or null. */
  final String refusal;

  private volatile FieldReader reader;
  private volatile FieldWriter writer;
  private volatile FieldOrder order;
  private final FieldsTemplates templates = new FieldsTemplates();

  private Layout(Class<?> type) {
    List<Field> found = new ArrayList<>();
    Constructor<?> constructor = null;
    String problem = null;
    try {
      collect(type, found);
      constructor = type.isRecord() ? accessible(canonical(type)) : null;
    } catch (InaccessibleObjectException e) {
      problem = closed(type);
    } catch (LinkageError e) {
      problem =
          "the type of one of its fields can't be loaded: %s; add the library that has it to the"
                  .formatted(e)
              + " class path, or carry only what is needed of this object";
    }
    fields = found.toArray(Field[]::new);
    references = found.stream().filter(f -> !f.getType().isPrimitive()).toArray(Field[]::new);
    canonical = constructor;
    refusal = problem;
  }

  static Layout of(Class<?> type) {
    return LAYOUTS.get(type);
  }

  /** Reads all fields of an object; made when it is first needed. */
  FieldReader reader() {
    FieldReader known = reader;
    if (known == null) {
      known = FieldReader.of(Arrays.asList(fields));
      reader = known;
    }
    return known;
  }

  /** Sets all fields of an object that is no record; made when it is first needed. */
  FieldWriter writer() {
    FieldWriter known = writer;
    if (known == null) {
      known = FieldWriter.of(fields);
      writer = known;
    }
    return known;
  }

  /** In which order steps tell the fields; made when it is first needed. */
  FieldOrder order() {
    FieldOrder known = order;
    if (known == null) {
      known = FieldOrder.of(this);
      order = known;
    }
    return known;
  }

  /** Tell its objects where they are many. */
  FieldsTemplates templates() {
    return templates;
  }

  private static void collect(Class<?> type, List<Field> found) {
    if (type == null || ClassNames.isJdk(type)) {
      return;
    }
    collect(type.getSuperclass(), found);
    for (Field field : type.getDeclaredFields()) {
      if (travels(field)) {
        found.add(accessible(field));
      }
    }
  }

  /** Says whether a field belongs to the state of an object. */
  static boolean travels(Field field) {
    return (field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0;
  }

  private static Constructor<?> canonical(Class<?> type) {
    try {
      Class<?>[] types =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      return type.getDeclaredConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("A record without its constructor: " + type, e);
    }
  }

  private static <T extends AccessibleObject> T accessible(T member) {
    member.setAccessible(true);
    return member;
  }

  private static String closed(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      if (c.getModule().isNamed() && !ClassNames.isJdk(c) && !isOpen(c)) {
        return "module %s doesn't open its package; add to its module-info: opens %s;"
            .formatted(c.getModule().getName(), c.getPackageName());
      }
    }
    return "its fields can't be reached";
  }

  private static boolean isOpen(Class<?> type) {
    return type.getModule().isOpen(type.getPackageName(), Layout.class.getModule());
  }
}
