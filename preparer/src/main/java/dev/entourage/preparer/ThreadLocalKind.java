package dev.entourage.preparer;

import java.lang.reflect.Field;
import java.util.function.Supplier;

/**
 * The JDK's own thread locals: what threads hold stays with them, as a thread that comes anew sees
 * the initial value.
 */
final class ThreadLocalKind implements FormKind {

  private static final String KIND = "threadlocal";
  private static final String SUPPLIED = "java.lang.ThreadLocal$SuppliedThreadLocal";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean takes(Class<?> type) {
    return isInitialOnly(type);
  }

  /** Says whether a thread local is no more than its initial value; subclasses may be. */
  static boolean isInitialOnly(Class<?> type) {
    return type == ThreadLocal.class || type.getName().equals(SUPPLIED) && JdkFields.areOpen();
  }

  @Override
  public Form form(Object value) {
    for (Field field : JdkFields.of(value.getClass())) {
      if (field.getType() == Supplier.class) {
        return new Form(KIND, Heads.NONE, new Object[] {FieldAccess.read(field, value)});
      }
    }
    return new Form(KIND, Heads.NONE, new Object[0]);
  }

  @Override
  public String label(Form form, int part) {
    return "initial value";
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    return form.parts().length == 0
        ? new ThreadLocal<>()
        : ThreadLocal.withInitial((Supplier<?>) Heads.part(form, 0, Supplier.class));
  }
}
