package dev.entourage.preparer;

import dev.entourage.preparer.ClosedTypes.Closed;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the walk does with the objects of one class. Like {@link Plan}, it holds nothing of the
 * normal form that made it.
 *
 * @param step how to go on from an object
 * @param plan what they are to the normal form
 * @param told which classes are told of
 * @param fields the references that lead on, of {@link Step#FIELDS}
 * @param open those without the closed ones, which are looked at only to learn how deep they are;
 *     null where there are none of these
 */
record WalkPlan(Step step, Plan plan, Told told, FieldReader fields, FieldReader open) {

  /** How to go on from an object. */
  enum Step {
    /** Its class says all about it. */
    END,
    /** Through some of its fields. */
    FIELDS,
    /** Through some of its fields, if its methods are those of its class. */
    CHECKED_FIELDS,
    /** Through an array of references. */
    ARRAY,
    /** Through an {@code ArrayList}. */
    LIST,
    /** Through another collection of {@link JdkCollections}. */
    COLLECTION,
    /** Through a map of {@link JdkCollections}. */
    MAP,
    /** Through what its form kind tells. */
    FORM,
    /** Its form kind tells a class, and no object. */
    NAME,
    /** No further. */
    REFUSED
  }

  /**
   * The classes that are told of when the first object is met.
   *
   * @param met its own
   * @param declared those of objects that its fields may hold, and that nobody will look at
   * @param why what brings the declared ones
   */
  record Told(Class<?>[] met, Class<?>[] declared, String why) {

    private static final Class<?>[] NONE = {};
    private static final Told NOTHING = new Told(NONE, NONE, "");

    private static Told of(Class<?>... met) {
      return new Told(met, NONE, "");
    }

    private static Told of(Class<?> met, Set<Class<?>> declared) {
      return new Told(
          new Class<?>[] {met}, declared.toArray(NONE), met.getTypeName() + " may hold one");
    }
  }

  /**
   * Makes the plan of a class.
   *
   * @param names whether its form kind is the one of {@code Class} values
   */
  static WalkPlan of(Class<?> type, Plan plan, boolean names, ClosedTypes closed) {
    return switch (plan.shape()) {
      case LEAF, VALUE -> simple(Step.END, plan, Told.NOTHING);
      case ENUM -> simple(Step.END, plan, constants(type));
      case ARRAY -> array(type, plan, closed.get(type));
      case OBJECT, RECORD -> fields(type, plan, closed);
      case COLLECTION ->
          simple(type == ArrayList.class ? Step.LIST : Step.COLLECTION, plan, Told.of(type));
      case MAP -> simple(Step.MAP, plan, Told.of(type));
      case FORM -> simple(names ? Step.NAME : Step.FORM, plan, Told.NOTHING);
      case REFUSED -> simple(Step.REFUSED, plan, Told.NOTHING);
    };
  }

  private static WalkPlan simple(Step step, Plan plan, Told told) {
    return new WalkPlan(step, plan, told, FieldReader.NONE, null);
  }

  /** A constant may have a class of its own. */
  private static Told constants(Class<?> type) {
    return type.isEnum() ? Told.of(type) : Told.of(type, type.getSuperclass());
  }

  private static WalkPlan array(Class<?> type, Plan plan, Closed closed) {
    return new WalkPlan(
        closed.isClosed() && !closed.recursive() ? Step.END : Step.ARRAY,
        plan,
        Told.of(type, closed.classes()),
        FieldReader.NONE,
        closed.isClosed() ? FieldReader.NONE : null);
  }

  private static WalkPlan fields(Class<?> type, Plan plan, ClosedTypes types) {
    List<Field> leading = new ArrayList<>();
    List<Field> open = new ArrayList<>();
    Set<Class<?>> declared = new LinkedHashSet<>();
    for (Field field : plan.layout().references) {
      Closed closed = types.get(field.getType());
      declared.addAll(closed.classes());
      if (!closed.isClosed() || closed.recursive()) {
        leading.add(field);
      }
      if (!closed.isClosed()) {
        open.add(field);
      }
    }
    return new WalkPlan(
        GroovyObjects.has(type) ? Step.CHECKED_FIELDS : leading.isEmpty() ? Step.END : Step.FIELDS,
        plan,
        Told.of(type, declared),
        FieldReader.of(leading),
        open.size() == leading.size() ? null : FieldReader.of(open));
  }

  /** Says whether all or some of it is closed and without a bound to its depth. */
  boolean isRecursive() {
    return open != null;
  }
}
