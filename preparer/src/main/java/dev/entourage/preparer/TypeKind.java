package dev.entourage.preparer;

import dev.entourage.preparer.CarriedType.GenericArray;
import dev.entourage.preparer.CarriedType.Parameterized;
import dev.entourage.preparer.CarriedType.Wildcard;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Generic types as reflection gives them, by the types that they are made of. Those of libraries
 * are ordinary objects; classes and type variables have kinds of their own.
 */
final class TypeKind implements FormKind {

  private static final String PARAMETERIZED = "parameterized";
  private static final String WILDCARD = "wildcard";
  private static final String ARRAY = "array";

  @Override
  public String kind() {
    return "type";
  }

  @Override
  public boolean takes(Class<?> type) {
    return CarriedType.class.isAssignableFrom(type)
        || ClassNames.isJdk(type)
            && Type.class.isAssignableFrom(type)
            && !TypeVariable.class.isAssignableFrom(type)
            && type != Class.class;
  }

  @Override
  public Form form(Object value, Consumer<Class<?>> named) {
    return form(value);
  }

  @Override
  public Form form(Object value) {
    if (value instanceof ParameterizedType type) {
      List<Type> parts = new ArrayList<>(List.of(type.getRawType()));
      parts.add(type.getOwnerType());
      parts.addAll(Arrays.asList(type.getActualTypeArguments()));
      return form(PARAMETERIZED, parts);
    }
    if (value instanceof WildcardType type) {
      List<Type> parts = new ArrayList<>(Arrays.asList(type.getUpperBounds()));
      parts.addAll(Arrays.asList(type.getLowerBounds()));
      return form(WILDCARD + " " + type.getUpperBounds().length, parts);
    }
    return form(ARRAY, List.of(((GenericArrayType) value).getGenericComponentType()));
  }

  private Form form(String sort, List<Type> parts) {
    return new Form(kind(), sort.split(" "), parts.toArray());
  }

  @Override
  public String label(Form form, int part) {
    return "type " + (part + 1);
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    List<Type> parts = new ArrayList<>();
    for (int i = 0; i < form.parts().length; i++) {
      parts.add(form.parts()[i] == null ? null : Heads.part(form, i, Type.class));
    }
    return switch (Heads.text(form, 0)) {
      case PARAMETERIZED -> {
        Class<?> raw = Heads.part(form, 0, Class.class);
        Heads.part(form, 1);
        yield new Parameterized(raw, parts.get(1), whole(parts, 2, parts.size()));
      }
      case WILDCARD -> {
        int upper = number(form);
        yield new Wildcard(whole(parts, 0, upper), whole(parts, upper, parts.size()));
      }
      case ARRAY -> new GenericArray(Heads.part(form, 0, Type.class));
      default -> throw Heads.damaged(kind());
    };
  }

  private int number(Form form) {
    try {
      return Integer.parseInt(Heads.text(form, 1));
    } catch (NumberFormatException e) {
      throw Heads.damaged(kind());
    }
  }

  private List<Type> whole(List<Type> parts, int from, int to) {
    if (from < 0 || from > to || to > parts.size() || parts.subList(from, to).contains(null)) {
      throw Heads.damaged(kind());
    }
    return List.copyOf(parts.subList(from, to));
  }
}
