package dev.entourage.preparer;

import dev.entourage.preparer.LambdaPool.Call;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The types between an interface's method and an implementation: a {@code Function<Short, ?>} of a
 * method that takes an {@code int} casts to {@code Short}, which neither of the two says. Lambdas
 * don't keep them, so they are read from what else the hidden class names.
 *
 * @param erased the interface's method
 * @param implementation the implementation, the receiver included
 * @param captured the types of the captured values
 * @param call the implementation's name
 * @param pool what the hidden class names
 */
record InstantiatedType(
    MethodType erased, MethodType implementation, Class<?>[] captured, Call call, LambdaPool pool) {

  /** Returns the type, or null when the implementation doesn't fit or two types would do. */
  MethodType find() {
    if (implementation.parameterCount() != captured.length + erased.parameterCount()
        || !takesCaptured()) {
      return null;
    }
    List<Class<?>> parameters = new ArrayList<>();
    for (int i = 0; i < erased.parameterCount(); i++) {
      parameters.add(
          parameter(erased.parameterType(i), implementation.parameterType(captured.length + i)));
    }
    Class<?> result = result(erased.returnType(), implementation.returnType());
    return result == null || parameters.contains(null)
        ? null
        : MethodType.methodType(result, parameters);
  }

  private boolean takesCaptured() {
    for (int i = 0; i < captured.length; i++) {
      if (!implementation.parameterType(i).isAssignableFrom(captured[i])) {
        return false;
      }
    }
    return true;
  }

  private Class<?> parameter(Class<?> from, Class<?> to) {
    if (from.isPrimitive()) {
      return fromPrimitive(from, to);
    }
    if (to.isPrimitive()) {
      return unboxed(from, to);
    }
    if (from.isAssignableFrom(to)) {
      return to;
    }
    return to.isAssignableFrom(from) ? from : null;
  }

  private static Class<?> fromPrimitive(Class<?> from, Class<?> to) {
    Class<?> wrapper = Boxing.wrapper(from);
    return to.isPrimitive()
        ? (Boxing.fits(wrapper, to) ? from : null)
        : to.isAssignableFrom(wrapper) ? from : null;
  }

  private Class<?> unboxed(Class<?> from, Class<?> to) {
    if (Boxing.isWrapper(from)) {
      return Boxing.fits(from, to) ? from : null;
    }
    List<Class<?>> named =
        Boxing.wrappers().stream()
            .filter(type -> from.isAssignableFrom(type) && Boxing.fits(type, to))
            .filter(type -> pool.classes().contains(internal(type)))
            .toList();
    if (named.size() == 1) {
      return named.get(0);
    }
    Set<String> explained = explained();
    List<Class<?>> open =
        named.stream().filter(type -> !explained.contains(internal(type))).toList();
    return open.size() == 1 && unboxings() == 1 ? open.get(0) : null;
  }

  /** The classes that would be named though no parameter is cast to them. */
  private Set<String> explained() {
    Set<String> names = new HashSet<>();
    names.add(call.owner());
    pool.calls().stream().filter(Boxing::boxes).map(Call::owner).forEach(names::add);
    implementation.parameterList().forEach(type -> names.add(internal(type)));
    names.add(internal(implementation.returnType()));
    names.add(internal(erased.returnType()));
    return names;
  }

  private long unboxings() {
    List<Class<?>> given =
        implementation.parameterList().subList(captured.length, implementation.parameterCount());
    return given.stream().filter(Class::isPrimitive).count();
  }

  private static Class<?> result(Class<?> to, Class<?> from) {
    if (to == void.class) {
      return to;
    }
    if (from == void.class) {
      return null;
    }
    if (to.isPrimitive()) {
      return primitiveResult(to, from);
    }
    Class<?> made = from.isPrimitive() ? Boxing.wrapper(from) : from;
    if (to.isAssignableFrom(made)) {
      return made;
    }
    return from.isPrimitive() ? null : to;
  }

  private static Class<?> primitiveResult(Class<?> to, Class<?> from) {
    if (from.isPrimitive() || Boxing.isWrapper(from)) {
      return Boxing.fits(Boxing.wrapper(from), to) ? to : null;
    }
    return from.isAssignableFrom(Boxing.wrapper(to)) ? to : null;
  }

  private static String internal(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  @Override
  public String toString() {
    return erased + " by " + implementation + " with " + Arrays.toString(captured);
  }
}
