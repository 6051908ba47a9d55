package dev.entourage.preparer;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What {@code Set.of} and {@code Map.of} make. There are two of this kind: one for keys that hash
 * by identity or are whole as soon as they exist, one for all others, which must be complete first.
 */
final class ImmutableHashKind implements FormKind {

  private static final String[] SET = {"set"};
  private static final String[] MAP = {"map"};

  private final boolean computed;

  /**
   * Makes the kind.
   *
   * @param computed whether the keys' hash codes are computed from what they hold
   */
  ImmutableHashKind(boolean computed) {
    this.computed = computed;
  }

  static boolean isImmutable(Class<?> type) {
    return type.getName().startsWith("java.util.ImmutableCollections$");
  }

  @Override
  public String kind() {
    return computed ? "hashed" : "set";
  }

  @Override
  public boolean keepsHeads() {
    return true;
  }

  @Override
  public boolean takes(Class<?> type) {
    return !computed
        && isImmutable(type)
        && (Set.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type));
  }

  @Override
  public boolean inspects() {
    return computed;
  }

  @Override
  public Form form(Object value) {
    boolean isMap = value instanceof Map;
    Collection<?> keys = isMap ? ((Map<?, ?>) value).keySet() : (Set<?>) value;
    return new Form(
        keys.stream().allMatch(Hashes::isSettled) ? "set" : "hashed",
        isMap ? MAP : SET,
        isMap ? Entries.flat((Map<?, ?>) value) : keys.toArray());
  }

  @Override
  public void inside(Object value, Consumer<Object> parts, Consumer<Class<?>> named) {
    named.accept(value.getClass());
    if (value instanceof Map<?, ?> map) {
      Entries.tell(map, parts);
    } else {
      ((Set<?>) value).forEach(parts);
    }
  }

  @Override
  public String label(Form form, int part) {
    boolean isMap = "map".equals(form.head()[0]);
    return isMap ? Entries.label(form.parts(), part) : FormKind.super.label(form, part);
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    try {
      return switch (Heads.text(form, 0)) {
        case "set" -> Set.of(form.parts());
        case "map" -> Map.ofEntries(Entries.of(form.parts()));
        default -> throw Heads.damaged(kind());
      };
    } catch (IllegalArgumentException | NullPointerException e) {
      throw Heads.damaged(kind());
    }
  }
}
