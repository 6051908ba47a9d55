package dev.entourage.preparer;

import java.util.Arrays;

/** Of objects and records, which are their fields: primitives first. */
final class FieldsTeller extends Teller {

  private final FieldOrder order;
  private final FieldReader reader;

  /** The classes that its references were to when they were first written. */
  private final Teller[] parts;

  FieldsTeller(Class<?> type, Plan plan, int step) {
    super(type, plan, step);
    order = plan.layout().order();
    reader = order.reader();
    parts = new Teller[order.references()];
    Arrays.fill(parts, NONE);
  }

  @Override
  long fingerprint() {
    return order.fingerprint();
  }

  @Override
  int tell(StraightWriter writer, Object value, int at, int depth) {
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
