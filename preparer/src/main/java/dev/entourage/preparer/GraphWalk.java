package dev.entourage.preparer;

import dev.entourage.spi.Form;
import dev.entourage.spi.RefusedException;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Visits everything that an object refers to, as the backends will write it: exact, to any depth,
 * each object once. Nothing of the caller's is changed or initialised.
 */
final class GraphWalk {

  private final Forms forms;
  private final Set<Class<?>> classes = new LinkedHashSet<>();
  private final Set<Class<?>> planned = new HashSet<>();
  private final IdentitySet visited = new IdentitySet();
  private Object[] stack = new Object[64];
  private int[] depths = new int[64];
  private int size;
  private int deepest;
  private Class<?> last;

  /**
   * What a walk found.
   *
   * @param classes the classes of all objects, and those that they name, in the order of the walk
   * @param depth how many references the deepest object was away from the root, as it was met
   */
  record Found(Set<Class<?>> classes, int depth) {}

  private GraphWalk(Forms forms) {
    this.forms = forms;
  }

  /**
   * Walks a graph.
   *
   * @throws RefusedException when it holds something that can't travel
   */
  static Found walk(Forms forms, Object root) {
    return new GraphWalk(forms).run(root);
  }

  /**
   * Walks a graph.
   *
   * @throws dev.entourage.PreparationException when it holds something that can't travel, with the
   *     path
   */
  static Found explained(Forms forms, Object root) {
    try {
      return walk(forms, root);
    } catch (RefusedException e) {
      throw ObjectPath.explain(forms, root, e);
    } catch (ConcurrentModificationException e) {
      throw ObjectPath.changed(e);
    }
  }

  /** Says whether two graphs have an object in common whose identity matters. */
  static boolean overlap(Forms forms, Object one, Object other) {
    GraphWalk first = new GraphWalk(forms);
    first.run(one);
    GraphWalk second = new GraphWalk(forms);
    second.run(other);
    return second.visited.stream().anyMatch(v -> isOne(forms, v) && first.visited.has(v));
  }

  private static boolean isOne(Forms forms, Object value) {
    return switch (forms.plan(value.getClass()).shape()) {
      case ENUM, VALUE -> false;
      default -> !(value instanceof Class);
    };
  }

  private Found run(Object root) {
    push(root, 0);
    while (size > 0) {
      Object value = stack[--size];
      stack[size] = null;
      visit(value, depths[size]);
    }
    return new Found(classes, deepest);
  }

  private void visit(Object value, int depth) {
    Class<?> type = value.getClass();
    Plan plan = forms.plan(type);
    if (plan.shape() == Plan.Shape.LEAF || !visited.add(value)) {
      return;
    }
    deepest = Math.max(deepest, depth);
    if (type != last && planned.add(type)) {
      meet(value, type, plan);
    }
    last = type;
    open(value, plan, depth + 1);
  }

  /** The first object of a class. Forms tell themselves which classes they need. */
  private void meet(Object value, Class<?> type, Plan plan) {
    switch (plan.shape()) {
      case FORM, VALUE, REFUSED -> {}
      case ENUM -> {
        classes.add(type);
        classes.add(((Enum<?>) value).getDeclaringClass());
      }
      default -> classes.add(type);
    }
  }

  private void open(Object value, Plan plan, int depth) {
    switch (plan.shape()) {
      case ARRAY -> pushAll((Object[]) value, depth);
      case OBJECT, RECORD -> openFields(value, plan.layout().open, depth);
      case COLLECTION -> openCollection((Collection<?>) value, depth);
      case MAP -> openMap((Map<?, ?>) value, depth);
      case FORM -> openForm(value, depth);
      case REFUSED -> throw new RefusedException(plan.refusal(), value);
      default -> {}
    }
  }

  /** From the last to the first, so that the first is visited first, as backends do. */
  private void openFields(Object value, Field[] fields, int depth) {
    for (int i = fields.length - 1; i >= 0; i--) {
      push(FieldAccess.read(fields[i], value), depth);
    }
  }

  private void openCollection(Collection<?> value, int depth) {
    pushAll(value.toArray(), depth);
    openComparator(value, depth);
  }

  private void openMap(Map<?, ?> value, int depth) {
    pushAll(Entries.flat(value), depth);
    openComparator(value, depth);
  }

  private void openComparator(Object value, int depth) {
    if (JdkCollections.isSorted(value.getClass())) {
      push(JdkCollections.comparator(value), depth);
    }
  }

  private void openForm(Object value, int depth) {
    Form form = forms.form(value, classes::add);
    pushAll(form.parts(), depth + 1);
  }

  private void pushAll(Object[] values, int depth) {
    for (int i = values.length - 1; i >= 0; i--) {
      push(values[i], depth);
    }
  }

  private void push(Object value, int depth) {
    if (value == null) {
      return;
    }
    if (size == stack.length) {
      stack = Arrays.copyOf(stack, 2 * size);
      depths = Arrays.copyOf(depths, 2 * size);
    }
    stack[size] = value;
    depths[size++] = depth;
  }
}
