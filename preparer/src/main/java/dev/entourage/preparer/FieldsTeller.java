package dev.entourage.preparer;

import java.util.Arrays;

/**
 * Of objects and records, which are their fields: primitives first. Of which there were many, a
 * {@link FieldsTemplate} tells them, and later graphs find that in its place.
 */
final class FieldsTeller extends Teller {

  private final FieldOrder order;
  private final FieldReader reader;
  private final FieldsTemplates templates;

  /** The classes that its references were to when they were first written. */
  private final Teller[] parts;

  private boolean decided;

  /** Null while there were few, and where none can be made. */
  private Teller template;

  FieldsTeller(Class<?> type, Plan plan, int step) {
    super(type, plan, step);
    order = plan.layout().order();
    templates = plan.layout().templates();
    reader = order.reader();
    parts = new Teller[order.references()];
    forget();
  }

  @Override
  long fingerprint() {
    return order.fingerprint();
  }

  @Override
  void forget() {
    Arrays.fill(parts, NONE);
  }

  @Override
  int tell(StraightWriter writer, Object value, int at, int depth) {
    if (!decided && templates.areMany(writer.many())) {
      decide(writer);
    }
    return template == null
        ? loop(writer, value, at, depth)
        : template.tell(writer, value, at, depth);
  }

  private void decide(StraightWriter writer) {
    decided = true;
    template = templates.of(this, order);
    if (template != null) {
      template.numberAs(this);
      writer.replace(template);
    }
  }

  private int loop(StraightWriter writer, Object value, int at, int depth) {
    final int known = writer.meet(value, depth);
    if (known >= 0) {
      return writer.same(known, at, depth);
    }
    final Teller[] tellers = parts;
    int next = writer.out().fields(writer.step(this, at), value, reader, tellers.length);
    for (int field = 0; field < tellers.length; field++) {
      final Object part = reader.read(value, field);
      if (part == null) {
        next = writer.out().nothing(next);
      } else {
        final Teller teller = writer.teller(part, tellers[field]);
        if (tellers[field] == NONE) {
          tellers[field] = teller;
        }
        next = teller.tell(writer, part, next, depth + 1);
      }
    }
    return writer.complete(depth, next);
  }
}
