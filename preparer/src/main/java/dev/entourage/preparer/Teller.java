package dev.entourage.preparer;

import dev.entourage.spi.RefusedException;

/**
 * Tells the objects of one class as {@link Straight} steps. Each sort of classes has a subclass, so
 * that one virtual call for an object leads to code that asks nothing more about its class: asking
 * took a third of the time of a small graph. So each repeats how an object begins and ends: with a
 * method of this class for that, and a second virtual call, a list of objects took a tenth longer.
 * As all that writes steps, it takes where its bytes begin and returns where they end. It belongs
 * to one {@link StraightTypes}, and to one thread at a time.
 */
abstract class Teller {

  /** Of no class. */
  static final Teller NONE = new None(null, Plan.refused("it has no class"));

  private final Class<?> type;
  private final Plan plan;
  private final int step;

  private byte[] declaration;

  /** In which graph the class got its number. */
  private int graph = -1;

  private int number;

  Teller(Class<?> type, Plan plan, int step) {
    this.type = type;
    this.plan = plan;
    this.step = step;
  }

  static Teller of(Class<?> type, Plan plan, Forms forms) {
    return switch (plan.shape()) {
      case LEAF -> LeafTellers.of(type, plan);
      case ENUM -> new EnumTeller(type, plan);
      case OBJECT -> new FieldsTeller(type, plan, Straight.OBJECT);
      case RECORD -> new FieldsTeller(type, plan, Straight.RECORD);
      case ARRAY -> new ContainerTellers.OfArrays(type, plan);
      case COLLECTION -> ContainerTellers.ofCollections(type, plan);
      case MAP -> ContainerTellers.ofMaps(type, plan);
      case FORM, VALUE -> ofForms(type, plan, forms.kind(plan.kind()));
      case REFUSED -> new None(type, plan);
    };
  }

  private static Teller ofForms(Class<?> type, Plan plan, FormKind kind) {
    return kind instanceof EnumMapKind
        ? new EnumMapTeller(type, plan)
        : new FormTeller(type, plan, kind);
  }

  /** Writes an object of this class. */
  abstract int tell(StraightWriter writer, Object value, int at, int depth);

  /** A number by which the reader knows that it means the same fields. */
  long fingerprint() {
    return 0;
  }

  final Class<?> type() {
    return type;
  }

  final Plan plan() {
    return plan;
  }

  final int step() {
    return step;
  }

  /** Forgets the tellers of other classes: they may have been replaced. */
  void forget() {}

  /** Takes over the number that the class may have in this graph. */
  final void numberAs(Teller before) {
    number(before.graph, before.number);
  }

  /** Returns the number of the class in a graph; -1 before it has one. */
  final int number(int inGraph) {
    return graph == inGraph ? number : -1;
  }

  final void number(int inGraph, int given) {
    graph = inGraph;
    number = given;
  }

  /** What tells the class, the same in each graph. */
  final byte[] declaration() {
    if (declaration == null) {
      StepsOut out = new StepsOut();
      declaration = out.toBytes(out.eightBytes(out.text(0, type.getName()), fingerprint()));
    }
    return declaration;
  }

  /** Of objects that can't travel. */
  private static final class None extends Teller {

    private None(Class<?> type, Plan plan) {
      super(type, plan, Straight.NULL);
    }

    @Override
    int tell(StraightWriter writer, Object value, int at, int depth) {
      throw new RefusedException(plan().refusal(), value);
    }
  }
}
