package dev.entourage.preparer;

import dev.entourage.preparer.Plan.Shape;

/**
 * The classes that steps name, by the bytes of their names: a loader and a session know few, and
 * these again and again. Thread-safe: what is kept doesn't change, and what is lost is found again.
 */
final class StraightNames {

  private static final int PLACES = 256;

  private static final int ALIKE = 16;

  /**
   * Code for a class takes 0.3 ms to make, and saves 6 ns an object; for a record it takes 0.4 to 6
   * ms, and saves 20 ns.
   */
  private static final int MANY = 50_000;

  private static final long MANY_RECORDS = 4;

  private final Forms forms;
  private int many = MANY;
  private final Type[] known = new Type[PLACES];

  /** What came first, second and so on in the last graph; most graphs of a session are alike. */
  private final Type[] usual = new Type[ALIKE];

  StraightNames(Forms forms) {
    this.forms = forms;
  }

  /** A class, and what makes its objects out of their fields where they are no more than these. */
  static final class Type {

    private final byte[] name;
    private final Class<?> type;
    private final Plan plan;
    private final boolean same;
    private final FieldOrder order;
    private final FieldWriter writer;
    private final Blank blank;

    /** How many objects there were, not exactly where threads meet; negative when it's decided. */
    private int count;

    /** Reads them when there were many. */
    private volatile Maker maker;

    private Type(byte[] name, Class<?> type, Plan plan, long fingerprint) {
      this.name = name;
      this.type = type;
      this.plan = plan;
      order = plan.layout() == null ? null : plan.layout().order();
      same = order != null && order.fingerprint() == fingerprint;
      boolean object = same && plan.shape() == Shape.OBJECT;
      writer = object ? order.writer() : null;
      blank = object ? Blank.of(type) : null;
    }

    Class<?> type() {
      return type;
    }

    FieldOrder order() {
      return order;
    }

    /** Sets the fields of objects that aren't records. */
    FieldWriter writer() {
      return writer;
    }

    /** Makes an object whose fields are still to be set. */
    Object blank() {
      return blank.make();
    }

    /** Returns what reads its objects or records fast, or null while there were few. */
    Maker maker(int many) {
      final Maker known = maker;
      return known != null || count < 0 ? known : counted(many);
    }

    private Maker counted(int many) {
      final boolean record = plan.shape() == Shape.RECORD;
      if (++count < (record ? MANY_RECORDS * many : many)) {
        return null;
      }
      count = Integer.MIN_VALUE;
      maker = record ? Maker.ofRecords(type, order) : Maker.ofObjects(type, order);
      return maker;
    }

    /** Sees to it that its objects are made of fields as {@link #of} does. */
    Type ofObject() {
      return writer != null ? this : of(Shape.OBJECT);
    }

    /** Sees to it that the fields of its objects are those that the writer had. */
    Type of(Shape shape) {
      if (same && plan.shape() == shape) {
        return this;
      }
      if (plan.shape() != shape) {
        throw TableReader.damaged("fields of " + type.getName() + ": " + plan.refusal());
      }
      throw TableReader.damaged("the fields of " + type.getName() + " are others than here");
    }
  }

  /** After how many objects of a class code of its own is worth to be made. */
  int many() {
    return many;
  }

  /** Makes it after more or fewer; for tests. */
  void makeAfter(int objects) {
    many = objects;
  }

  /** Reads a name and the fingerprint behind it, where so many classes came before. */
  Type read(StepsIn in, int before) {
    final int place = before & ALIKE - 1;
    final Type again = usual[place];
    if (again != null && in.skip(again.name)) {
      return again;
    }
    final Type found = find(in);
    usual[place] = found;
    return found;
  }

  private Type find(StepsIn in) {
    final int start = in.skipName();
    final int end = in.position();
    final int place = in.hash(start, end) & PLACES - 1;
    in.back(start);
    Type found = known[place];
    if (found == null || !in.skip(found.name)) {
      Class<?> type = forms.find(in.text());
      Plan plan = TableTypes.fieldsPlan(forms, type);
      found = new Type(in.copy(start, end), type, plan, in.eightBytes());
      known[place] = found;
    }
    return found;
  }
}
