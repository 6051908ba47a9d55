package dev.entourage.preparer;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Enum maps, which cycles may lead through; empty ones only tell their type when serialized. */
final class EnumMapKind implements FormKind {

  static final String KIND = "enum-map";

  private final SerialKind serial;
  private final NamedClasses classes;

  EnumMapKind(SerialKind serial, NamedClasses classes) {
    this.serial = serial;
    this.classes = classes;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean takes(Class<?> type) {
    return type == EnumMap.class;
  }

  @Override
  public Form form(Object value) {
    return form(value, type -> {});
  }

  @Override
  public Form form(Object value, Consumer<Class<?>> named) {
    Map<?, ?> map = (Map<?, ?>) value;
    if (map.isEmpty()) {
      return serial.form(value, named);
    }
    Class<?> keys = keys(map);
    named.accept(keys);
    return new Form(KIND, head(keys), Entries.flat(map));
  }

  @Override
  public void inside(Object value, Consumer<Object> parts, Consumer<Class<?>> named) {
    Map<?, ?> map = (Map<?, ?>) value;
    if (map.isEmpty()) {
      serial.inside(value, parts, named);
    } else {
      named.accept(keys(map));
      Entries.tell(map, parts);
    }
  }

  /** The head of those maps that aren't empty. */
  static String[] head(Class<?> keys) {
    return Heads.of(keys);
  }

  static Class<?> keys(Map<?, ?> map) {
    return ((Enum<?>) map.keySet().iterator().next()).getDeclaringClass();
  }

  @Override
  public String label(Form form, int part) {
    return Entries.label(form.parts(), part);
  }

  @Override
  public boolean shelled() {
    return true;
  }

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"})
  public Object shell(String[] head, ClassLoader loader) {
    Class<?> keys = classes.find(Heads.text(kind(), head, 0));
    if (!keys.isEnum()) {
      throw Heads.damaged(kind());
    }
    return new EnumMap(keys);
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    Containers.fill(shell, form.parts());
    return shell;
  }
}
