package dev.entourage.preparer;

import java.util.function.Consumer;

/**
 * Plain {@code Object}s, which serve as monitors and marks: only their identity matters. One that a
 * {@code static final} field holds is on the other side what the same field holds there.
 */
final class ObjectKind implements FormKind {

  private static final Object[] NO_PARTS = {};

  private final Marks marks;

  ObjectKind(Marks marks) {
    this.marks = marks;
  }

  @Override
  public String kind() {
    return "object";
  }

  @Override
  public boolean keepsHeads() {
    return true;
  }

  @Override
  public boolean takes(Class<?> type) {
    return type == Object.class;
  }

  @Override
  public Form form(Object value) {
    return form(value, type -> {});
  }

  @Override
  public Form form(Object value, Consumer<Class<?>> named) {
    return marks
        .of(value)
        .map(
            field -> {
              named.accept(field.owner());
              return new Form(kind(), field.head(), NO_PARTS);
            })
        .orElseGet(() -> new Form(kind(), Heads.NONE, NO_PARTS));
  }

  @Override
  public boolean shelled() {
    return true;
  }

  @Override
  public Object shell(String[] head, ClassLoader loader) {
    return head.length == 0
        ? new Object()
        : MarkField.value(
                Heads.text(kind(), head, 0), Heads.text(kind(), head, 1), Object.class, loader)
            .orElseGet(Object::new);
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    return shell;
  }
}
