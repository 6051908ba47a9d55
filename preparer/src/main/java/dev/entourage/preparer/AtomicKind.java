package dev.entourage.preparer;

import java.util.concurrent.atomic.AtomicReference;

/** {@code AtomicReference}, which cycles may lead through. */
final class AtomicKind implements FormKind {

  @Override
  public String kind() {
    return "atomic";
  }

  @Override
  public boolean keepsHeads() {
    return true;
  }

  @Override
  public boolean takes(Class<?> type) {
    return type == AtomicReference.class;
  }

  @Override
  public Form form(Object value) {
    return new Form(kind(), Heads.NONE, new Object[] {((AtomicReference<?>) value).get()});
  }

  @Override
  public String label(Form form, int part) {
    return "get()";
  }

  @Override
  public boolean shelled() {
    return true;
  }

  @Override
  public Object shell(String[] head, ClassLoader loader) {
    return new AtomicReference<>();
  }

  @Override
  @SuppressWarnings("unchecked")
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    ((AtomicReference<Object>) shell).set(Heads.part(form, 0));
    return shell;
  }
}
