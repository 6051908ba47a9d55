package dev.entourage.preparer;

import dev.entourage.spi.RefusedException;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What {@code keySet()}, {@code values()} and {@code entrySet()} of the JDK's maps return: the map
 * travels, and is asked for its view again.
 */
final class MapViewKind implements FormKind {

  private static final String KIND = "view";
  private static final String SYNCHRONIZED = "java.util.Collections$Synchronized";

  private static final Map<String, Function<Map<?, ?>, Collection<?>>> VIEWS =
      Map.of("keySet", Map::keySet, "values", Map::values, "entrySet", Map::entrySet);

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean takes(Class<?> type) {
    return ClassNames.isJdk(type)
        && Collection.class.isAssignableFrom(type)
        && !java.io.Serializable.class.isAssignableFrom(type)
        && Map.class.isAssignableFrom(owner(type))
        && JdkFields.areOpen();
  }

  /** Views are inner classes of their map. */
  private static Class<?> owner(Class<?> type) {
    return type.getEnclosingClass() == null ? type : type.getEnclosingClass();
  }

  @Override
  public Form form(Object value) {
    Collection<?> view = (Collection<?>) value;
    for (Field field : JdkFields.of(view.getClass())) {
      if (FieldAccess.read(field, view) instanceof Map<?, ?> map) {
        Optional<String> name = name(view, map);
        if (name.isPresent()) {
          return new Form(KIND, new String[] {name.get()}, new Object[] {map});
        }
      }
    }
    throw new RefusedException(Refusals.jdk(view.getClass()), view);
  }

  /** Some maps wrap their views, and the wrapper travels in its serial form. */
  private static Collection<?> unwrapped(Collection<?> view) {
    if (view.getClass().getName().startsWith(SYNCHRONIZED)) {
      for (Field field : JdkFields.of(view.getClass())) {
        if (FieldAccess.read(field, view) instanceof Collection<?> wrapped) {
          return wrapped;
        }
      }
    }
    return view;
  }

  /** A view in reverse order, or of a part, has the class but not the fields of the whole one. */
  private static Optional<String> name(Collection<?> view, Map<?, ?> map) {
    return VIEWS.entrySet().stream()
        .filter(entry -> alike(view, unwrapped(entry.getValue().apply(map))))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean alike(Collection<?> view, Collection<?> whole) {
    if (view.getClass() != whole.getClass()) {
      return false;
    }
    List<Field> fields = JdkFields.of(view.getClass());
    return fields.stream()
        .allMatch(field -> same(FieldAccess.read(field, view), FieldAccess.read(field, whole)));
  }

  /** Numbers are sizes that a view remembers. */
  private static boolean same(Object one, Object other) {
    return one == other || one instanceof Number || one instanceof Boolean && one.equals(other);
  }

  @Override
  public String label(Form form, int part) {
    return "map";
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    Function<Map<?, ?>, Collection<?>> view = VIEWS.get(Heads.text(form, 0));
    if (view == null) {
      throw Heads.damaged(KIND);
    }
    return unwrapped(view.apply(Heads.part(form, 0, Map.class)));
  }
}
