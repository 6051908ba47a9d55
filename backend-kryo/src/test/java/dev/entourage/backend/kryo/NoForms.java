package dev.entourage.backend.kryo;

import dev.entourage.spi.Form;
import dev.entourage.spi.NodeTable;
import dev.entourage.spi.NormalForm;
import java.lang.reflect.Constructor;
import java.util.function.Consumer;

/** A normal form without forms: shows what the backend does alone. */
class NoForms implements NormalForm {

  @Override
  public ClassLoader loader() {
    return NoForms.class.getClassLoader();
  }

  @Override
  public boolean replaces(Class<?> type) {
    return false;
  }

  @Override
  public Form form(Object value) {
    throw new AssertionError(value);
  }

  @Override
  public boolean shelled(String kind) {
    throw new AssertionError(kind);
  }

  @Override
  public boolean inspects(String kind) {
    throw new AssertionError(kind);
  }

  @Override
  public Object shell(String kind, String[] head) {
    throw new AssertionError(kind);
  }

  @Override
  public Object rebuild(Form form, Object shell) {
    throw new AssertionError(form);
  }

  @Override
  public Object order(Object container) {
    return null;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T instantiate(Class<T> type) {
    try {
      Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
      Object instance = factory.getMethod("getReflectionFactory").invoke(null);
      Constructor<?> constructor =
          (Constructor<?>)
              factory
                  .getMethod("newConstructorForSerialization", Class.class, Constructor.class)
                  .invoke(instance, type, Object.class.getConstructor());
      return (T) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public NodeTable table(Object root, Consumer<Class<?>> seen) {
    throw new AssertionError(root);
  }

  @Override
  public Object graph(NodeTable table) {
    throw new AssertionError(table);
  }
}
