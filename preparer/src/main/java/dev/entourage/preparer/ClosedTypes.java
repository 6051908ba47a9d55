package dev.entourage.preparer;

import dev.entourage.preparer.Plan.Shape;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which declared types are closed: whatever object such a field holds, all classes that can be
 * found in it are known beforehand, and nothing in it could refuse to travel. So a walk need not
 * look. Final classes, records, enums and sealed hierarchies are closed as long as all that their
 * fields are declared as is closed, too; types that refer to each other are closed together.
 */
final class ClosedTypes extends ClassValue<ClosedTypes.Closed> {

  private final Plans plans;

  ClosedTypes(Plans plans) {
    this.plans = plans;
  }

  /**
   * What is known of a declared type.
   *
   * @param isClosed whether it is closed
   * @param recursive whether its objects may be chained to any depth
   * @param classes all classes that objects behind it may have; empty when it is open
   */
  record Closed(boolean isClosed, boolean recursive, Set<Class<?>> classes) {

    private static final Closed OPEN = new Closed(false, false, Set.of());
  }

  @Override
  protected Closed computeValue(Class<?> declared) {
    Search search = new Search();
    return search.closes(declared) ? search.found() : Closed.OPEN;
  }

  /** Follows the declarations from one type until it ends or meets an open one. */
  private final class Search {

    private final Set<Class<?>> done = new LinkedHashSet<>();
    private final Set<Class<?>> above = new HashSet<>();
    private final Set<Class<?>> classes = new LinkedHashSet<>();
    private boolean recursive;

    Closed found() {
      return new Closed(true, recursive, Collections.unmodifiableSet(classes));
    }

    boolean closes(Class<?> type) {
      recursive |= above.contains(type);
      if (type.isPrimitive() || !done.add(type)) {
        return true;
      }
      above.add(type);
      boolean closed = type.isSealed() ? closesPermitted(type) : closesAlone(type);
      above.remove(type);
      return closed;
    }

    private boolean closesPermitted(Class<?> type) {
      for (Class<?> permitted : type.getPermittedSubclasses()) {
        if (!closes(permitted)) {
          return false;
        }
      }
      return Modifier.isAbstract(type.getModifiers()) || closesObjects(type);
    }

    private boolean closesAlone(Class<?> type) {
      return Modifier.isFinal(type.getModifiers()) && closesObjects(type);
    }

    /** Asks about objects of this very class. */
    private boolean closesObjects(Class<?> type) {
      Plan plan = plans.get(type);
      if (plan.shape() == Shape.ARRAY || plan.shape() == Shape.ENUM) {
        classes.add(type);
      }
      return switch (plan.shape()) {
        case LEAF, VALUE, ENUM -> true;
        case ARRAY -> closes(type.getComponentType());
        // Each object of Groovy's is looked at: it may have methods of its own.
        case OBJECT, RECORD -> !GroovyObjects.has(type) && closesFields(type, plan.layout());
        default -> false;
      };
    }

    private boolean closesFields(Class<?> type, Layout layout) {
      classes.add(type);
      for (Field field : layout.references) {
        if (!closes(field.getType())) {
          return false;
        }
      }
      return true;
    }
  }
}
