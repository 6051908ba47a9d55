package dev.entourage.preparer;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Generic types that arrived. Equal to those that reflection gives, in both directions, and printed
 * like them: the JDK's own classes can't be made without its internals.
 */
sealed interface CarriedType extends Type {

  private static String names(List<Type> types, String between) {
    return types.stream().map(Type::getTypeName).collect(Collectors.joining(between));
  }

  /** Such as {@code Map<String, T>}. */
  record Parameterized(Class<?> raw, Type owner, List<Type> arguments)
      implements CarriedType, ParameterizedType {

    @Override
    public Type[] getActualTypeArguments() {
      return arguments.toArray(Type[]::new);
    }

    @Override
    public Type getRawType() {
      return raw;
    }

    @Override
    public Type getOwnerType() {
      return owner;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof ParameterizedType that
          && raw.equals(that.getRawType())
          && Objects.equals(owner, that.getOwnerType())
          && Arrays.equals(getActualTypeArguments(), that.getActualTypeArguments());
    }

    @Override
    public int hashCode() {
      return arguments.hashCode() ^ Objects.hashCode(owner) ^ raw.hashCode();
    }

    @Override
    public String toString() {
      String plain = owner == null ? raw.getName() : owner.getTypeName() + "$" + member();
      return arguments.isEmpty() ? plain : plain + "<" + names(arguments, ", ") + ">";
    }

    private String member() {
      return owner instanceof ParameterizedType outer
          ? raw.getName().replace(outer.getRawType().getTypeName() + "$", "")
          : raw.getSimpleName();
    }
  }

  /** Such as {@code ? extends T}. */
  record Wildcard(List<Type> upper, List<Type> lower) implements CarriedType, WildcardType {

    @Override
    public Type[] getUpperBounds() {
      return upper.toArray(Type[]::new);
    }

    @Override
    public Type[] getLowerBounds() {
      return lower.toArray(Type[]::new);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof WildcardType that
          && Arrays.equals(getUpperBounds(), that.getUpperBounds())
          && Arrays.equals(getLowerBounds(), that.getLowerBounds());
    }

    @Override
    public int hashCode() {
      return lower.hashCode() ^ upper.hashCode();
    }

    @Override
    public String toString() {
      if (!lower.isEmpty()) {
        return "? super " + names(lower, " & ");
      }
      boolean open = upper.isEmpty() || upper.get(0).equals(Object.class);
      return open ? "?" : "? extends " + names(upper, " & ");
    }
  }

  /** Such as {@code T[]}. */
  record GenericArray(Type component) implements CarriedType, GenericArrayType {

    @Override
    public Type getGenericComponentType() {
      return component;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof GenericArrayType that
          && component.equals(that.getGenericComponentType());
    }

    @Override
    public int hashCode() {
      return component.hashCode();
    }

    @Override
    public String toString() {
      return component.getTypeName() + "[]";
    }
  }
}
