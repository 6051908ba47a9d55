package dev.entourage.preparer;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The four optionals; the empty ones stay the only ones of their JVM. */
final class OptionalKind implements FormKind {

  /** Each with its head. */
  private static final Map<Class<?>, String[]> TYPES =
      Stream.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class)
          .collect(Collectors.toMap(type -> type, type -> new String[] {type.getSimpleName()}));

  @Override
  public String kind() {
    return "optional";
  }

  @Override
  public boolean keepsHeads() {
    return true;
  }

  @Override
  public boolean takes(Class<?> type) {
    return TYPES.containsKey(type);
  }

  @Override
  public Form form(Object value) {
    Object content = content(value);
    return new Form(
        kind(),
        TYPES.get(value.getClass()),
        content == null ? new Object[0] : new Object[] {content});
  }

  private static Object content(Object value) {
    if (value instanceof OptionalInt i) {
      return i.isPresent() ? i.getAsInt() : null;
    }
    if (value instanceof OptionalLong l) {
      return l.isPresent() ? l.getAsLong() : null;
    }
    if (value instanceof OptionalDouble d) {
      return d.isPresent() ? d.getAsDouble() : null;
    }
    return ((Optional<?>) value).orElse(null);
  }

  @Override
  public String label(Form form, int part) {
    return "get()";
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    boolean empty = form.parts().length == 0;
    return switch (Heads.text(form, 0)) {
      case "Optional" -> empty ? Optional.empty() : Optional.ofNullable(form.parts()[0]);
      case "OptionalInt" ->
          empty ? OptionalInt.empty() : OptionalInt.of(Heads.part(form, 0, Integer.class));
      case "OptionalLong" ->
          empty ? OptionalLong.empty() : OptionalLong.of(Heads.part(form, 0, Long.class));
      case "OptionalDouble" ->
          empty ? OptionalDouble.empty() : OptionalDouble.of(Heads.part(form, 0, Double.class));
      default -> throw Heads.damaged(kind());
    };
  }
}
