package dev.entourage.preparer;

/** Of objects that travel as a {@link Form}. */
final class FormTeller extends Teller {

  private final boolean kept;

  FormTeller(Class<?> type, Plan plan, FormKind kind) {
    super(type, plan, Straight.FORM);
    kept = kind.keepsHeads();
  }

  @Override
  int tell(StraightWriter writer, Object value, int at, int depth) {
    final int known = writer.meet(value, depth);
    if (known < 0) {
      return writer.complete(depth, writer.form(plan(), kept, value, at, depth + 1));
    }
    return value instanceof Class ? writer.again(known, at) : writer.same(known, at, depth);
  }
}
