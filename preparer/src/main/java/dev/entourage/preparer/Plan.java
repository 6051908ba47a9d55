package dev.entourage.preparer;

/**
 * What the objects of one class are to the walk and the table. It holds nothing of the normal form
 * that made it, so that a plan kept at a JDK class keeps nothing alive.
 *
 * @param shape how to look inside
 * @param kind the number of the form kind of a {@link Shape#FORM}
 * @param layout the fields of an {@link Shape#OBJECT} or {@link Shape#RECORD}
 * @param refusal why a {@link Shape#REFUSED} can't travel
 */
record Plan(Shape shape, int kind, Layout layout, String refusal) {

  /** How to look inside an object. */
  enum Shape {
    /** A string, a boxed primitive, an array of primitives: nothing inside. */
    LEAF,
    /** A constant of an enum. */
    ENUM,
    /** An array of references. */
    ARRAY,
    /** A record, which its canonical constructor makes. */
    RECORD,
    /** An object that is no more than its fields. */
    OBJECT,
    /** One of {@link JdkCollections}. */
    COLLECTION,
    /** One of {@link JdkCollections}. */
    MAP,
    /** Travels as a form whose parts are to be visited. */
    FORM,
    /** Travels as a form without parts that could refuse. */
    VALUE,
    /** Can't travel. */
    REFUSED
  }

  static Plan of(Shape shape) {
    return new Plan(shape, -1, null, null);
  }

  static Plan form(Shape shape, int kind) {
    return new Plan(shape, kind, null, null);
  }

  static Plan fields(Class<?> type) {
    Layout layout = Layout.of(type);
    return layout.refusal != null
        ? refused(layout.refusal)
        : new Plan(type.isRecord() ? Shape.RECORD : Shape.OBJECT, -1, layout, null);
  }

  static Plan refused(String why) {
    return new Plan(Shape.REFUSED, -1, null, why);
  }
}
