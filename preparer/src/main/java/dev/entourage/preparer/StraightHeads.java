package dev.entourage.preparer;

import dev.entourage.preparer.Plan.Shape;
import java.util.ArrayList;
import java.util.List;

/** The classes and heads that steps refer to, each checked when it is first used. */
final class StraightHeads {

  private final Forms forms;
  private final List<Type> types = new ArrayList<>();
  private final List<Head> heads = new ArrayList<>();

  StraightHeads(Forms forms) {
    this.forms = forms;
  }

  /** A kind of form with a head; many forms may share it. */
  record Head(FormKind kind, String[] texts) {}

  /** A class whose objects are made of their fields. */
  static final class Type {

    private final Class<?> type;
    private final long fingerprint;
    private FieldOrder order;
    private FieldWriter writer;
    private Blank blank;

    private Type(Class<?> type, long fingerprint) {
      this.type = type;
      this.fingerprint = fingerprint;
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
  }

  void addType(String name, long fingerprint) {
    types.add(new Type(forms.find(name), fingerprint));
  }

  void addHead(String kind, String[] texts) {
    heads.add(new Head(forms.named(kind), texts));
  }

  Head head(long number) {
    StepsIn.require(number >= 0 && number < heads.size(), "a head");
    return heads.get((int) number);
  }

  Class<?> type(long number) {
    return get(number).type;
  }

  private Type get(long number) {
    StepsIn.require(number >= 0 && number < types.size(), "a type");
    return types.get((int) number);
  }

  /** Finds the fields of an object, which must be those that the writer had. */
  Type object(long number) {
    Type type = get(number);
    if (type.blank == null) {
      type.order = order(type, Shape.OBJECT);
      type.writer = type.order.layout().writer();
      type.blank = Blank.of(type.type);
    }
    return type;
  }

  Type record(long number) {
    Type type = get(number);
    if (type.order == null || type.blank != null) {
      type.order = order(type, Shape.RECORD);
    }
    return type;
  }

  private FieldOrder order(Type type, Shape shape) {
    Plan plan = TableTypes.fieldsPlan(forms, type.type);
    if (plan.shape() != shape) {
      throw TableReader.damaged("fields of " + type.type.getName() + ": " + plan.refusal());
    }
    FieldOrder order = plan.layout().order();
    if (order.fingerprint() != type.fingerprint) {
      throw TableReader.damaged("the fields of " + type.type.getName() + " are others than here");
    }
    return order;
  }
}
