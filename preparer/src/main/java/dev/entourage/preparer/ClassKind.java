package dev.entourage.preparer;

import dev.entourage.spi.Form;
import dev.entourage.spi.RefusedException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/** {@code Class} values, by name. */
final class ClassKind implements FormKind {

  private static final Object[] NONE = {};

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
  public boolean takes(Class<?> type) {
    return type == Class.class;
  }

  @Override
  public Form form(Object value) {
    return form(value, type -> {});
  }

  @Override
  public Form form(Object value, Consumer<Class<?>> named) {
    inside(value, part -> {}, named);
    return new Form(kind(), new String[] {((Class<?>) value).getName()}, NONE);
  }

  @Override
  public void inside(Object value, Consumer<Object> parts, Consumer<Class<?>> named) {
    Class<?> type = (Class<?>) value;
    check(type, value);
    named.accept(type);
  }

  /** Refuses a value that names a class, or arrays of one, that has no name elsewhere. */
  static void check(Class<?> type, Object value) {
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    if (element.isHidden() || Proxy.isProxyClass(element)) {
      throw new RefusedException(
          "a class that the JVM made has no name by which it could be found elsewhere", value);
    }
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    return classes.find(Heads.text(form, 0));
  }
}
