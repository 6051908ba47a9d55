package dev.entourage.preparer;

import dev.entourage.spi.Form;

/** Plain {@code Object}s, which serve as monitors and marks: only their identity matters. */
final class ObjectKind implements FormKind {

  @Override
  public String kind() {
    return "object";
  }

  @Override
  public boolean takes(Class<?> type) {
    return type == Object.class;
  }

  @Override
  public Form form(Object value) {
    return new Form(kind(), new String[0], new Object[0]);
  }

  @Override
  public boolean shelled() {
    return true;
  }

  @Override
  public Object shell(String[] head, ClassLoader loader) {
    return new Object();
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    return shell;
  }
}
