package dev.entourage.preparer;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Map;

/** What an object refers to as it will be written, with the names by which a user looks for it. */
final class Parts {

  /** Hears of each reference. */
  interface Visitor {

    /**
     * A part of the object.
     *
     * @param part what it refers to, or null
     * @param label the step to it on a path
     * @param siblings how many parts the object has besides its fields; 1 for a field
     */
    void part(Object part, String label, int siblings);
  }

  private Parts() {}

  /**
   * Tells each part of an object, in order.
   *
   * @throws dev.entourage.spi.RefusedException when it can't be taken apart
   */
  static void each(Forms forms, Object value, Visitor visitor) {
    Plan plan = forms.plan(value.getClass());
    switch (plan.shape()) {
      case ARRAY -> elements((Object[]) value, visitor);
      case OBJECT, RECORD -> fields(value, plan.layout().references, visitor);
      case COLLECTION -> elements(((Collection<?>) value).toArray(), visitor);
      case MAP -> entries((Map<?, ?>) value, visitor);
      case FORM -> form(forms, value, visitor);
      default -> {}
    }
    if (JdkCollections.isSorted(value.getClass())) {
      visitor.part(JdkCollections.comparator(value), "comparator", 1);
    }
  }

  private static void elements(Object[] elements, Visitor visitor) {
    for (int i = 0; i < elements.length; i++) {
      visitor.part(elements[i], "[" + i + "]", elements.length);
    }
  }

  private static void fields(Object value, Field[] fields, Visitor visitor) {
    for (Field field : fields) {
      visitor.part(FieldAccess.read(field, value), field.getName(), 1);
    }
  }

  private static void entries(Map<?, ?> map, Visitor visitor) {
    Object[] flat = Entries.flat(map);
    for (int i = 0; i < flat.length; i++) {
      visitor.part(flat[i], Entries.label(flat, i), flat.length);
    }
  }

  private static void form(Forms forms, Object value, Visitor visitor) {
    Form form = forms.form(value);
    FormKind kind = forms.named(form.kind());
    boolean hidden = value.getClass().isHidden();
    Object[] parts = form.parts();
    for (int i = 0; i < parts.length; i++) {
      String field = hidden || parts[i] == null ? null : fieldOf(value, parts[i]);
      if (field != null) {
        visitor.part(parts[i], field, 1);
      } else {
        visitor.part(parts[i], kind.label(form, i), parts.length);
      }
    }
  }

  /** The name of the field is more to a user than the number of the part. */
  private static String fieldOf(Object value, Object part) {
    for (Field field : Layout.of(value.getClass()).references) {
      if (FieldAccess.read(field, value) == part) {
        return field.getName();
      }
    }
    return null;
  }
}
