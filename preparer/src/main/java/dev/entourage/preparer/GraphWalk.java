package dev.entourage.preparer;

import dev.entourage.preparer.WalkPlan.Step;
import dev.entourage.spi.RefusedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Visits what an object refers to, as the backends will write it: exact, to any depth. Nothing of
 * the caller's is changed or initialised.
 *
 * <p>Remembering an object costs many times what looking at it does. So the walk doesn't look where
 * {@link ClosedTypes} know the answer, and remembers no object that leads nowhere; of the others,
 * it remembers every few on a way, which is enough to end on cycles. Where that shows that much is
 * shared, it remembers all.
 */
final class GraphWalk {

  /** The depth of what was too much to be looked at only to learn its depth. */
  static final int UNKNOWN_DEPTH = 1 << 20;

  /** So many references may be followed from an object before another must be remembered. */
  private static final int CREDIT = 6;

  /** More objects than these, and more than one of so many, met again: the graph shares much. */
  private static final int SOME = 16;

  /** So many closed objects are looked at to learn how deep they are. */
  private static final int MEASURED = 4096;

  private final Forms forms;
  private final MetClasses met;
  private final IdentitySet remembered = new IdentitySet();
  private final WalkStack stack = new WalkStack();
  private final Consumer<Object> parts = this::part;
  private final Consumer<Class<?>> names = this::name;
  private Set<Class<?>> named;
  private int partsDepth;
  private int deepest;
  private int measured;
  private int metAgain;

  GraphWalk(Forms forms, ClassValue<WalkPlan> plans) {
    this.forms = forms;
    this.met = new MetClasses(plans);
  }

  /**
   * Walks a graph.
   *
   * @throws RefusedException when it holds something that can't travel
   */
  static Findings walk(Forms forms, Object root) {
    GraphWalk walk = forms.walks().take();
    Findings found = walk.run(root);
    forms.walks().giveBack(walk);
    return found;
  }

  /**
   * Walks a graph.
   *
   * @throws dev.entourage.PreparationException when it holds something that can't travel, with the
   *     path
   */
  static Findings explained(Forms forms, Object root) {
    try {
      return walk(forms, root);
    } catch (RefusedException e) {
      throw ObjectPath.explain(forms, root, e);
    } catch (ConcurrentModificationException e) {
      throw ObjectPath.changed(e);
    }
  }

  /** Says whether it takes little memory. */
  boolean isSmall() {
    return met.isSmall() && remembered.isSmall() && stack.isSmall();
  }

  private Findings run(Object root) {
    named = Set.of();
    deepest = 0;
    measured = 0;
    metAgain = 0;
    meet(root, CREDIT, 0);
    while (!stack.isEmpty()) {
      if (stack.top() instanceof Cursor cursor) {
        resume(cursor);
      } else {
        int depth = stack.number();
        Object value = stack.pop();
        visit(value, met.plan(value.getClass()), depth);
      }
    }
    remembered.clear();
    return new Findings(met.take(), named, deepest);
  }

  /** The cursor stays below what its elements bring, and goes when they bring nothing more. */
  private void resume(Cursor cursor) {
    final int size = stack.size();
    cursor.advance(this, credit());
    if (stack.size() == size) {
      stack.pop();
    }
  }

  /** An element of a container; false when the walk has to follow it first. */
  boolean passes(Object value, int credit, int depth) {
    if (value == null) {
      return true;
    }
    WalkPlan plan = met.plan(value.getClass());
    if (plan.step() == Step.END) {
      return true;
    }
    final int size = stack.size();
    follow(value, plan, credit, depth);
    return stack.size() == size;
  }

  /** An object at the end of a reference. */
  private void meet(Object value, int credit, int depth) {
    if (value == null) {
      return;
    }
    WalkPlan plan = met.plan(value.getClass());
    if (plan.step() != Step.END) {
      follow(value, plan, credit, depth);
    }
  }

  private void follow(Object value, WalkPlan plan, int credit, int depth) {
    if (plan.step() == Step.FIELDS && plan.fields().count() <= credit) {
      openFields(value, plan, credit, depth);
    } else if (plan.step() == Step.NAME) {
      forms.kind(plan.plan().kind()).inside(value, parts, names);
    } else {
      stack.push(value, depth);
    }
  }

  /** An object that is to be remembered, unless it leads nowhere. */
  private void visit(Object value, WalkPlan plan, int depth) {
    deepest = Math.max(deepest, depth);
    if (leadsOn(value, plan)) {
      if (remembered.add(value)) {
        open(value, plan, depth);
      } else {
        metAgain++;
      }
    }
  }

  private static boolean leadsOn(Object value, WalkPlan plan) {
    return plan.step() != Step.FIELDS || plan.fields().leadsOn(value);
  }

  private void open(Object value, WalkPlan plan, int depth) {
    switch (plan.step()) {
      case FIELDS -> openFields(value, plan, Integer.MAX_VALUE, depth);
      case CHECKED_FIELDS -> {
        GroovyObjects.check(value);
        openFields(value, plan, Integer.MAX_VALUE, depth);
      }
      case ARRAY -> openArray((Object[]) value, plan, depth + 1);
      case LIST -> stack.push(Cursor.over((ArrayList<?>) value, depth + 1), depth + 1);
      case COLLECTION -> openCollection((Collection<?>) value, depth + 1);
      case MAP -> openMap((Map<?, ?>) value, depth + 1);
      case FORM -> openForm(value, plan, depth + 2);
      case REFUSED -> throw new RefusedException(plan.plan().refusal(), value);
      default -> {}
    }
  }

  /** The credit of what a remembered object refers to: none when much is met again. */
  private int credit() {
    return metAgain > SOME + remembered.size() / SOME ? 0 : CREDIT;
  }

  private int share(int credit, int fields) {
    if (credit == Integer.MAX_VALUE) {
      return credit();
    }
    return fields == 1 ? credit - 1 : fields == 2 ? (credit - 2) / 2 : 0;
  }

  /** From the last to the first, so that the first is visited first, as backends do. */
  private void openFields(Object value, WalkPlan plan, int credit, int depth) {
    deepest = Math.max(deepest, depth);
    FieldReader fields = plan.isRecursive() && !measure() ? plan.open() : plan.fields();
    final int share = share(credit, fields.count());
    for (int i = fields.count() - 1; i >= 0; i--) {
      meet(fields.read(value, i), share, depth + 1);
    }
  }

  private void openArray(Object[] array, WalkPlan plan, int depth) {
    if (!plan.isRecursive() || measure()) {
      stack.push(Cursor.over(array, depth), depth);
    }
  }

  /** Says whether closed objects are still looked at to learn how deep they are. */
  private boolean measure() {
    if (measured < MEASURED) {
      measured++;
      return true;
    }
    deepest = Math.max(deepest, UNKNOWN_DEPTH);
    return false;
  }

  private void openCollection(Collection<?> collection, int depth) {
    stack.push(Cursor.over(collection, depth), depth);
    openComparator(collection, depth);
  }

  private void openMap(Map<?, ?> map, int depth) {
    stack.push(Cursor.over(map, depth), depth);
    openComparator(map, depth);
  }

  private void openComparator(Object container, int depth) {
    if (JdkCollections.isSorted(container.getClass())) {
      meet(JdkCollections.comparator(container), 0, depth);
    }
  }

  /** Backends need a step more for a form than for an object. */
  private void openForm(Object value, WalkPlan plan, int depth) {
    deepest = Math.max(deepest, depth - 1);
    partsDepth = depth;
    final int from = stack.size();
    forms.kind(plan.plan().kind()).inside(value, parts, names);
    stack.reverse(from);
  }

  private void part(Object value) {
    meet(value, 0, partsDepth);
  }

  private void name(Class<?> type) {
    if (named.isEmpty()) {
      named = new LinkedHashSet<>();
    }
    named.add(type);
  }
}
