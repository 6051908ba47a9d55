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

  /** One class. */
  static final class Type {

    /** No class. */
    static final Type NONE = new Type(null, Plan.of(Plan.Shape.REFUSED));

    private final Class<?> type;
    private final Plan plan;
    private final char letter;
    private final boolean boxed;
    private final FieldOrder order;
    private final FieldReader reader;
    private final Type[] parts;

    private byte[] declaration;
    private int graph = -1;
    private int number;

    private Type(Class<?> type, Plan plan) {
      this.type = type;
      this.plan = plan;
      letter = plan.shape() == Plan.Shape.LEAF ? Bits.letterOfLeaf(type) : 0;
      boxed = letter != 0 && !type.isArray();
      boolean fields = plan.layout() != null;
      order = fields ? plan.layout().order() : null;
      reader = fields ? order.reader() : null;
      parts = new Type[fields ? order.references() : 0];
      Arrays.fill(parts, NONE);
    }

    Class<?> type() {
      return type;
    }

    Plan plan() {
      return plan;
    }

    /** The letter of the primitives in a leaf that isn't a string. */
    char letter() {
      return letter;
    }

    boolean isBoxed() {
      return boxed;
    }

    /** Reads the fields of its objects. */
    FieldReader reader() {
      return reader;
    }

    /** The classes that its references were to when they were first written. */
    Type[] parts() {
      return parts;
    }

    /** What tells the class, the same in each graph. */
    byte[] declaration() {
      if (declaration == null) {
        StepsOut out = new StepsOut().text(type.getName());
        declaration = out.eightBytes(order == null ? 0 : order.fingerprint()).toBytes();
      }
      return declaration;
    }
  }

  /** Returns the number of a type in this graph; -1 before it has one. */
  int number(Type type) {
    return type.graph == graph ? type.number : -1;
  }

  /** Gives a type the next number. */
  int declare(Type type) {
    type.graph = graph;
    type.number = numbers;
    return numbers++;
  }

  /** Starts with another graph, in which no type has a number. */
  void clear() {
    graph++;
    numbers = 0;
  }

  Type of(Class<?> type) {
    final int mask = places.length - 1;
    int at = type.hashCode() & mask;
    while (places[at] != null) {
      if (places[at].type == type) {
        return places[at];
      }
      at = (at + 1) & mask;
    }
    Type found = new Type(type, forms.plan(type));
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
