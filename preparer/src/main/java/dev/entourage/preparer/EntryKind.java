package dev.entourage.preparer;

import java.io.Serializable;
import java.util.AbstractMap.SimpleEntry;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Map;
import java.util.Map.Entry;

/**
 * What {@code Map.entry} makes, the two public entry classes, and the entries inside the JDK's
 * maps. The last arrive on their own: setting a value there doesn't reach the map.
 */
final class EntryKind implements FormKind {

  private static final String MAP_ENTRY = "java.util.KeyValueHolder";

  @Override
  public String kind() {
    return "entry";
  }

  @Override
  public boolean takes(Class<?> type) {
    return type == SimpleEntry.class
        || type == SimpleImmutableEntry.class
        || type.getName().equals(MAP_ENTRY)
        || isInsideMap(type);
  }

  private static boolean isInsideMap(Class<?> type) {
    return ClassNames.isJdk(type)
        && Entry.class.isAssignableFrom(type)
        && !Serializable.class.isAssignableFrom(type);
  }

  @Override
  public Form form(Object value) {
    Entry<?, ?> entry = (Entry<?, ?>) value;
    return new Form(
        kind(),
        new String[] {name(value.getClass())},
        new Object[] {entry.getKey(), entry.getValue()});
  }

  private static String name(Class<?> type) {
    return isInsideMap(type) && !type.getName().equals(MAP_ENTRY)
        ? SimpleEntry.class.getSimpleName()
        : type.getSimpleName();
  }

  @Override
  public String label(Form form, int part) {
    return part == 0 ? "key" : "value";
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    Object key = Heads.part(form, 0);
    Object value = Heads.part(form, 1);
    return switch (Heads.text(form, 0)) {
      case "SimpleEntry" -> new SimpleEntry<>(key, value);
      case "SimpleImmutableEntry" -> new SimpleImmutableEntry<>(key, value);
      case "KeyValueHolder" -> Map.entry(key, value);
      default -> throw Heads.damaged(kind());
    };
  }
}
