package dev.entourage.preparer;

import java.util.Arrays;

/** The classes of the objects in graphs, with what is asked for each object. */
final class StraightTypes {

  private static final int SMALLEST = 32;

  private final Forms forms;
  private Type[] places = new Type[SMALLEST];
  private int size;
  private int graph;
  private int numbers;

  StraightTypes(Forms forms) {
    this.forms = forms;
  }

  /**
   * One class. A record, since what its components are is a constant to the compiler where the
   * record is.
   *
   * @param step which tells its objects; NULL where none can
   * @param letter of the primitives in a leaf that isn't a string
   * @param order the fields of its objects; null where they have none
   * @param parts the classes that its references were to when they were first written
   * @param use changes
   */
  record Type(
      Class<?> type, Plan plan, int step, char letter, FieldOrder order, Type[] parts, Use use) {

    /** No class. */
    static final Type NONE =
        new Type(null, null, Straight.NULL, (char) 0, null, new Type[0], new Use());

    static Type of(Class<?> type, Plan plan) {
      FieldOrder order = plan.layout() == null ? null : plan.layout().order();
      Type[] parts = new Type[order == null ? 0 : order.references()];
      Arrays.fill(parts, NONE);
      char letter = plan.shape() == Plan.Shape.LEAF ? Bits.letterOfLeaf(type) : 0;
      return new Type(type, plan, step(type, plan.shape()), letter, order, parts, new Use());
    }

    private static int step(Class<?> type, Plan.Shape shape) {
      return switch (shape) {
        case LEAF ->
            type == String.class
                ? Straight.TEXT
                : type == Integer.class
                    ? Straight.INT
                    : type.isArray() ? Straight.PRIMITIVES : Straight.BOXED;
        case ENUM -> Straight.ENUM;
        case OBJECT -> Straight.OBJECT;
        case RECORD -> Straight.RECORD;
        case ARRAY -> Straight.ARRAY;
        case COLLECTION -> Straight.COLLECTION;
        case MAP -> Straight.MAP;
        case FORM, VALUE -> Straight.FORM;
        case REFUSED -> Straight.NULL;
      };
    }

    /** Reads the fields of its objects. */
    FieldReader reader() {
      return order.reader();
    }

    /** What tells the class, the same in each graph. */
    byte[] declaration() {
      if (use.declaration == null) {
        StepsOut out = new StepsOut();
        int name = out.text(0, type.getName());
        use.declaration =
            out.toBytes(out.eightBytes(name, order == null ? 0 : order.fingerprint()));
      }
      return use.declaration;
    }
  }

  /** What changes of a class. */
  private static final class Use {

    private byte[] declaration;
    private int graph = -1;
    private int number;
  }

  /** Returns the number of a type in this graph; -1 before it has one. */
  int number(Type type) {
    return type.use.graph == graph ? type.use.number : -1;
  }

  /** Gives a type the next number. */
  int declare(Type type) {
    type.use.graph = graph;
    type.use.number = numbers;
    return numbers++;
  }

  /** Starts with another graph, in which no type has a number. */
  void clear() {
    graph++;
    numbers = 0;
  }

  Type of(Class<?> type) {
    final Type[] known = places;
    final int mask = known.length - 1;
    int at = type.hashCode() & mask;
    while (known[at] != null) {
      if (known[at].type == type) {
        return known[at];
      }
      at = (at + 1) & mask;
    }
    return add(type, at);
  }

  private Type add(Class<?> type, int at) {
    Type found = Type.of(type, forms.plan(type));
    places[at] = found;
    if (2 * ++size > places.length) {
      grow();
    }
    return found;
  }

  private void grow() {
    Type[] old = places;
    places = new Type[2 * old.length];
    final int mask = places.length - 1;
    Arrays.stream(old)
        .filter(each -> each != null)
        .forEach(
            each -> {
              int at = each.type.hashCode() & mask;
              while (places[at] != null) {
                at = (at + 1) & mask;
              }
              places[at] = each;
            });
  }
}
