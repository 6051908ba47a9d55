package dev.entourage.preparer;

import dev.entourage.preparer.Plan.Shape;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The plan of each class, made once. */
final class Plans extends ClassValue<Plan> {

  private final List<FormKind> kinds;
  private final int first;
  private final Marks marks;
  private final AtomicInteger count = new AtomicInteger();

  /**
   * Makes the plans of a normal form.
   *
   * @param kinds all kinds, the user's first
   * @param asked how many of them come before any rule of ours
   * @param marks hears of the classes of all objects
   */
  Plans(List<FormKind> kinds, int asked, Marks marks) {
    this.marks = marks;
    this.kinds = kinds;
    this.first = asked;
  }

  /** How many plans of the user's classes were made, maybe one of a class more than once. */
  int count() {
    return count.get();
  }

  @Override
  protected Plan computeValue(Class<?> type) {
    marks.meet(type);
    if (Marks.isUsers(type)) {
      count.incrementAndGet();
    }
    if (isLeaf(type)) {
      return Plan.of(Shape.LEAF);
    }
    int asked = kind(type, 0, first);
    return asked >= 0 ? formPlan(asked) : ours(type);
  }

  /** Says whether a class is a string or a boxed primitive, which no layer is asked about. */
  static boolean isLeaf(Class<?> type) {
    return type == String.class || Boxing.isWrapper(type);
  }

  private Plan ours(Class<?> type) {
    if (type.isArray()) {
      return Plan.of(type.getComponentType().isPrimitive() ? Shape.LEAF : Shape.ARRAY);
    }
    if (Enum.class.isAssignableFrom(type)) {
      return Plan.of(Shape.ENUM);
    }
    String refusal = Refusals.always(type);
    if (refusal != null && !ClientProxyKind.isProxy(type)) {
      return Plan.refused(refusal);
    }
    if (JdkCollections.isCollection(type)) {
      return Plan.of(Shape.COLLECTION);
    }
    return JdkCollections.isMap(type) ? Plan.of(Shape.MAP) : formOrFields(type);
  }

  private Plan formOrFields(Class<?> type) {
    int kind = kind(type, first, kinds.size());
    return kind >= 0 ? formPlan(kind) : fields(type);
  }

  private Plan formPlan(int kind) {
    return Plan.form(kinds.get(kind) instanceof ValueKind ? Shape.VALUE : Shape.FORM, kind);
  }

  /** The plan of an object that is no more than its fields, as no kind takes it. */
  static Plan fields(Class<?> type) {
    if (type.isHidden()) {
      return Plan.refused(Lambdas.hidden());
    }
    if (ClassNames.isJdk(type)) {
      return Plan.refused(Refusals.jdk(type));
    }
    String inherited = Refusals.inherited(type);
    return inherited != null ? Plan.refused(inherited) : Plan.fields(type);
  }

  private int kind(Class<?> type, int from, int to) {
    for (int i = from; i < to; i++) {
      if (kinds.get(i).takes(type)) {
        return i;
      }
    }
    return -1;
  }

  /** Says whether libraries would write a class as a container though it is an object. */
  static boolean looksLikeContainer(Class<?> type) {
    return Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
  }
}
