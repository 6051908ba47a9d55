package dev.entourage.preparer;

import dev.entourage.spi.RefusedException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code Class} values, by name. */
final class ClassKind implements FormKind {

  private static final Object[] NONE = {};

  /** Tasks name the same few classes again and again. */
  private static final ClassValue<Optional<String[]>> HEADS =
      new ClassValue<>() {
        @Override
        protected Optional<String[]> computeValue(Class<?> type) {
          return isNamed(type) ? Optional.of(new String[] {type.getName()}) : Optional.empty();
        }
      };

  private final NamedClasses classes;

  /**
   * Makes the kind of one normal form.
   *
   * @param classes those of its loader
   */
  ClassKind(NamedClasses classes) {
    this.classes = classes;
  }

  @Override
  public String kind() {
    return "class";
  }

  @Override
  public boolean keepsHeads() {
    return true;
  }

  @Override
  public boolean takes(Class<?> type) {
    return type == Class.class;
  }

  @Override
  public Form form(Object value) {
    return form(value, type -> {});
  }

  @Override
  public Form form(Object value, Consumer<Class<?>> named) {
    Class<?> type = (Class<?>) value;
    String[] head = HEADS.get(type).orElseThrow(() -> refused(value));
    named.accept(type);
    return new Form(kind(), head, NONE);
  }

  @Override
  public void inside(Object value, Consumer<Object> parts, Consumer<Class<?>> named) {
    Class<?> type = (Class<?>) value;
    check(type, value);
    named.accept(type);
  }

  /** Refuses a value that names a class, or arrays of one, that has no name elsewhere. */
  static void check(Class<?> type, Object value) {
    if (HEADS.get(type).isEmpty()) {
      throw refused(value);
    }
  }

  private static boolean isNamed(Class<?> type) {
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    return !element.isHidden() && !Proxy.isProxyClass(element);
  }

  private static RefusedException refused(Object value) {
    return new RefusedException(
        "a class that the JVM made has no name by which it could be found elsewhere", value);
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    return classes.find(Heads.text(form, 0));
  }
}
