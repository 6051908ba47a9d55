package dev.entourage.preparer;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What {@code List.of} and {@code Stream.toList} make. */
final class ImmutableListKind implements FormKind {

  /** The class of one or two elements, never null. */
  private static final Class<?> SMALL = List.of(1).getClass();

  private static final String[] STRICT = {"strict"};
  private static final String[] NULLABLE = {"nullable"};

  @Override
  public String kind() {
    return "list";
  }

  @Override
  public boolean keepsHeads() {
    return true;
  }

  @Override
  public boolean takes(Class<?> type) {
    return ImmutableHashKind.isImmutable(type)
        && List.class.isAssignableFrom(type)
        && !type.getName().contains("SubList");
  }

  @Override
  public Form form(Object value) {
    List<?> list = (List<?>) value;
    return new Form(kind(), allowsNull(list) ? NULLABLE : STRICT, list.toArray());
  }

  @Override
  public void inside(Object value, Consumer<Object> parts, Consumer<Class<?>> named) {
    named.accept(value.getClass());
    ((List<?>) value).forEach(parts);
  }

  /** Both sorts are of one class; they differ in their answer to {@code contains(null)}. */
  private static boolean allowsNull(List<?> list) {
    if (list.getClass() == SMALL) {
      // The answer would be an exception, which costs more than all else here.
      return false;
    }
    try {
      list.contains(null);
      return true;
    } catch (NullPointerException e) {
      return false;
    }
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    Object[] parts = form.parts();
    try {
      return switch (Heads.text(form, 0)) {
        case "strict" -> List.of(parts);
        case "nullable" -> Stream.of(parts).toList();
        default -> throw Heads.damaged(kind());
      };
    } catch (NullPointerException e) {
      throw Heads.damaged(kind());
    }
  }
}
