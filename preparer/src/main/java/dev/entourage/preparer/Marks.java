package dev.entourage.preparer;

import java.lang.ref.WeakReference;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * Finds the {@code static final} field that an object is the value of, where only its identity says
 * what it means: {@code static final Object NONE = new Object()}. Since each JVM initialises a
 * class anew, such an object must become the value of the same field there.
 *
 * <p>It looks at the classes of the objects in a graph, at their supertypes and at what they are
 * nested in. No class is initialised in order to look. Thread-safe.
 */
final class Marks {

  private final Predicate<Class<?>> travelling;
  private final Set<Class<?>> met =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /** The classes with fields for plain objects; few have one. */
  private final List<WeakReference<Class<?>>> holders = new CopyOnWriteArrayList<>();

  /** The fields that objects of a class may be the value of; empty where identity means nothing. */
  private static final ClassValue<List<MarkField>> CANDIDATES =
      new ClassValue<>() {
        @Override
        protected List<MarkField> computeValue(Class<?> type) {
          return candidates(type);
        }
      };

  /**
   * Makes a finder.
   *
   * @param travelling the classes whose static fields travel; they are left to those who do that
   */
  Marks(Predicate<Class<?>> travelling) {
    this.travelling = travelling;
  }

  /** A class of an object in a graph: what it refers to may be marks of this class. */
  void meet(Class<?> type) {
    if (isUsers(type) && met.add(type)) {
      for (Class<?> owner : family(type)) {
        if (owner == type || met.add(owner)) {
          hold(owner);
        }
      }
    }
  }

  private void hold(Class<?> owner) {
    if (MarkField.of(owner).stream().anyMatch(field -> field.declared() == Object.class)
        && !travelling.test(owner)) {
      holders.removeIf(holder -> holder.get() == null);
      holders.add(new WeakReference<>(owner));
    }
  }

  /** Says whether objects of a class may be marks, so that each is to be looked at. */
  boolean mayBe(Class<?> type) {
    return isUsers(type) && !CANDIDATES.get(type).isEmpty() && !travelling.test(type);
  }

  /** Finds the field of a mark. */
  Optional<MarkField> of(Object object) {
    if (object.getClass() == Object.class) {
      return ofPlain(object);
    }
    return mayBe(object.getClass())
        ? CANDIDATES.get(object.getClass()).stream()
            .filter(field -> field.holds(object))
            .findFirst()
        : Optional.empty();
  }

  private Optional<MarkField> ofPlain(Object object) {
    for (WeakReference<Class<?>> holder : holders) {
      Class<?> owner = holder.get();
      if (owner != null) {
        for (MarkField field : MarkField.of(owner)) {
          if (field.declared() == Object.class && field.holds(object)) {
            return Optional.of(field);
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Says whether a class may have marks at all. */
  static boolean isUsers(Class<?> type) {
    return !type.isArray() && !type.isPrimitive() && !ClassNames.isJdk(type);
  }

  private static List<MarkField> candidates(Class<?> type) {
    List<MarkField> found =
        family(type).stream()
            .flatMap(owner -> MarkField.of(owner).stream())
            .filter(field -> isFor(field.declared(), type))
            .toList();
    return found.isEmpty() || !isKnownByIdentity(type) ? List.of() : found;
  }

  /**
   * Kotlin's data objects and some case objects of Scala's are the only ones of their class, and
   * have an equals or a hashCode all the same; who has no state can have nothing else to tell.
   */
  private static boolean isKnownByIdentity(Class<?> type) {
    try {
      return type.getMethod("equals", Object.class).getDeclaringClass() == Object.class
          || Subtypes.hierarchy(type).noneMatch(Marks::hasState);
    } catch (NoSuchMethodException | LinkageError e) {
      return false;
    }
  }

  private static boolean hasState(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .anyMatch(field -> !Modifier.isStatic(field.getModifiers()));
  }

  /** A field for any object at all is most often a lock. */
  private static boolean isFor(Class<?> declared, Class<?> type) {
    return declared != Object.class && declared.isAssignableFrom(type);
  }

  /** A class, its supertypes, and all that these are nested in. */
  private static Set<Class<?>> family(Class<?> type) {
    Set<Class<?>> found = new LinkedHashSet<>();
    Subtypes.hierarchy(type).filter(Marks::isUsers).forEach(each -> addAround(each, found));
    return found;
  }

  private static void addAround(Class<?> type, Set<Class<?>> found) {
    found.add(type);
    try {
      found.add(type.getNestHost());
      for (Class<?> outer = type.getEnclosingClass(); outer != null && found.add(outer); ) {
        outer = outer.getEnclosingClass();
      }
    } catch (LinkageError e) {
      // Some compilers name what isn't there.
    }
  }
}
