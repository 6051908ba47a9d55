package dev.entourage.preparer;

import java.util.Arrays;

/** The classes of the objects in one graph, with what is asked for each object. */
final class StraightTypes {

  private static final int SMALLEST = 32;

  private final Forms forms;
  private Type[] places = new Type[SMALLEST];
  private Type last;
  private int size;
  private int numbers;

  StraightTypes(Forms forms) {
    this.forms = forms;
    last = new Type(null, null);
  }

  /** One class. */
  static final class Type {

    private final Class<?> type;
    private final Plan plan;
    private final char letter;
    private final FieldOrder order;
    private final FieldReader reader;
    private int number = -1;

    private Type(Class<?> type, Plan plan) {
      this.type = type;
      this.plan = plan;
      letter = plan != null && plan.shape() == Plan.Shape.LEAF ? Bits.letterOfLeaf(type) : 0;
      boolean fields = plan != null && plan.layout() != null;
      order = fields ? plan.layout().order() : null;
      reader = fields ? order.reader() : null;
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
      return letter != 0 && !type.isArray();
    }

    FieldOrder order() {
      return order;
    }

    /** Reads the fields of its objects. */
    FieldReader reader() {
      return reader;
    }

    /** Its number in the stream; -1 before it has one. */
    int number() {
      return number;
    }
  }

  Type of(Class<?> type) {
    return last.type == type ? last : (last = find(type));
  }

  /** Gives a type the next number. */
  void number(Type type) {
    type.number = numbers++;
  }

  private Type find(Class<?> type) {
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
