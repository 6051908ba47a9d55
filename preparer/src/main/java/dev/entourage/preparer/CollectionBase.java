package dev.entourage.preparer;

import dev.entourage.EntourageException;
import dev.entourage.MarshallingException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;

/**
 * The methods of the JDK's collection under a class of the user's, called as {@code super.add}
 * would call them.
 */
final class CollectionBase {

  /** Copying at each element takes too long; the other hides whether gets move. */
  private static final Set<Class<?>> LEFT_OUT =
      Set.of(CopyOnWriteArrayList.class, CopyOnWriteArraySet.class, LinkedHashMap.class);

  private static final ClassValue<CollectionBase> METHODS =
      new ClassValue<>() {
        @Override
        protected CollectionBase computeValue(Class<?> type) {
          return new CollectionBase(type);
        }
      };

  private final boolean isMap;
  private final MethodHandle read;
  private final MethodHandle add;

  private CollectionBase(Class<?> type) {
    Class<?> base = of(type);
    isMap = JdkCollections.isMap(base);
    try {
      Class<?> caller = below(type, base);
      Lookup lookup = lookup(caller);
      read =
          isMap
              ? lookup.findSpecial(base, "entrySet", MethodType.methodType(Set.class), caller)
              : lookup.findSpecial(base, "toArray", MethodType.methodType(Object[].class), caller);
      add =
          isMap
              ? lookup.findSpecial(base, "put", MethodType.genericMethodType(2), caller)
              : lookup.findSpecial(
                  base, "add", MethodType.methodType(boolean.class, Object.class), caller);
    } catch (ReflectiveOperationException e) {
      throw new MarshallingException("A collection can't be looked into: " + type.getName(), e);
    }
  }

  static CollectionBase methods(Class<?> type) {
    return METHODS.get(type);
  }

  /** Returns the JDK's collection that a class of the user's extends, or null. */
  static Class<?> of(Class<?> type) {
    if (ClassNames.isJdk(type)) {
      return null;
    }
    Class<?> base = type.getSuperclass();
    while (base != null && !ClassNames.isJdk(base)) {
      base = base.getSuperclass();
    }
    boolean fits =
        base != null
            && (JdkCollections.isCollection(base) || JdkCollections.isMap(base))
            && !JdkCollections.isSorted(base)
            && !LEFT_OUT.contains(base);
    return fits ? base : null;
  }

  /** A call of {@code super} in this class goes to the base, whatever classes below override. */
  private static Class<?> below(Class<?> type, Class<?> base) {
    Class<?> below = type;
    while (below.getSuperclass() != base) {
      below = below.getSuperclass();
    }
    return below;
  }

  private static Lookup lookup(Class<?> type) throws IllegalAccessException {
    if (type.getClassLoader() instanceof CallerLookup lookups) {
      return lookups.lookupIn(type);
    }
    CollectionBase.class.getModule().addReads(type.getModule());
    return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
  }

  /** Returns the elements, or keys each with its value. */
  Object[] content(Object container) {
    try {
      Object found = read.invoke(container);
      return isMap ? flat((Set<?>) found) : (Object[]) found;
    } catch (Throwable e) {
      throw failed(container, e);
    }
  }

  private static Object[] flat(Set<?> entries) {
    List<Object> flat = new ArrayList<>(2 * entries.size());
    for (Object each : entries) {
      Entry<?, ?> entry = (Entry<?, ?>) each;
      flat.add(entry.getKey());
      flat.add(entry.getValue());
    }
    return flat.toArray();
  }

  /** Adds elements, or keys each with its value. */
  void fill(Object container, Object[] content) {
    try {
      for (int i = 0; i < content.length; i += isMap ? 2 : 1) {
        if (isMap) {
          add.invoke(container, content[i], content[i + 1]);
        } else {
          add.invoke(container, content[i]);
        }
      }
      if (content(container).length != content.length) {
        throw new MarshallingException(
            "Keys that differed where they came from are equal here: class="
                + container.getClass().getName());
      }
    } catch (Throwable e) {
      throw failed(container, e);
    }
  }

  private static RuntimeException failed(Object container, Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    return e instanceof EntourageException ours
        ? ours
        : new MarshallingException(
            "A collection can't be read or filled: class=" + container.getClass().getName(), e);
  }
}
