package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import dev.entourage.spi.RefusedException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;

/**
 * The user's own collections and maps, field by field: libraries would take them for containers and
 * fill them through methods that compute.
 */
final class FieldsKind implements FormKind {

  /** What is asked for each object. */
  private static final ClassValue<Plan> PLANS =
      new ClassValue<>() {
        @Override
        protected Plan computeValue(Class<?> type) {
          return Plans.fields(type);
        }
      };

  @Override
  public String kind() {
    return "fields";
  }

  @Override
  public boolean keepsHeads() {
    return true;
  }

  @Override
  public boolean takes(Class<?> type) {
    return Plans.looksLikeContainer(type) && !type.isRecord() && PLANS.get(type).refusal() == null;
  }

  @Override
  public Form form(Object value) {
    return new Form(kind(), Heads.of(value.getClass()), values(value));
  }

  /** Reads the fields of an object that is no more than them. */
  static Object[] values(Object value) {
    Plan plan = PLANS.get(value.getClass());
    if (plan.refusal() != null) {
      throw new RefusedException(plan.refusal(), value);
    }
    Field[] fields = plan.layout().fields;
    Object[] values = new Object[fields.length];
    for (int i = 0; i < fields.length; i++) {
      values[i] = FieldAccess.read(fields[i], value);
    }
    return values;
  }

  @Override
  public String label(Form form, int part) {
    return "field " + (part + 1);
  }

  @Override
  public boolean shelled() {
    return true;
  }

  @Override
  public Object shell(String[] head, ClassLoader loader) {
    Class<?> type = ClassNames.find(Heads.text(kind(), head, 0), loader);
    boolean plain = !type.isRecord() && !type.isArray() && !Enum.class.isAssignableFrom(type);
    if (!plain || PLANS.get(type).refusal() != null) {
      throw Heads.damaged(kind());
    }
    return Forms.blank(type);
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    Field[] fields = Layout.of(shell.getClass()).fields;
    check(form, fields);
    for (int i = 0; i < fields.length; i++) {
      FieldAccess.write(fields[i], shell, form.parts()[i]);
    }
    return shell;
  }

  /** Makes a record of its components. */
  static Object record(Class<?> type, Form form) {
    Layout layout = Layout.of(type);
    check(form, layout.fields);
    return construct(layout, form.parts());
  }

  /** Calls the canonical constructor of a record. */
  static Object construct(Layout layout, Object[] components) {
    try {
      return layout.canonical.newInstance(components);
    } catch (InvocationTargetException e) {
      throw refused(layout, e.getCause());
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      throw new MarshallingException("A record can't be made: " + layout.canonical, e);
    }
  }

  static MarshallingException refused(Layout layout, Throwable cause) {
    return new MarshallingException(
        "The constructor of a record refused its components: " + layout.canonical, cause);
  }

  private static void check(Form form, Field[] fields) {
    if (form.parts().length != fields.length) {
      throw Heads.damaged(form.kind());
    }
  }
}
