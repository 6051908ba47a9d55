package dev.entourage.preparer;

/**
 * Of constants, which are told by the enum that declares them: theirs may be a class of their own.
 */
final class EnumTeller extends Teller {

  /** That of the enum; null before it is needed. */
  private Teller declaring;

  EnumTeller(Class<?> type, Plan plan) {
    super(type, plan, Straight.ENUM);
  }

  @Override
  int tell(StraightWriter writer, Object value, int at, int depth) {
    final int known = writer.meet(value, depth);
    if (known >= 0) {
      return writer.again(known, at);
    }
    final Enum<?> constant = (Enum<?>) value;
    if (declaring == null) {
      declaring = writer.teller(constant.getDeclaringClass());
    }
    if (declaring != this) {
      writer.see(type());
    }
    final int next = writer.step(Straight.ENUM, declaring, at);
    return writer.complete(depth, writer.texts().write(next, constant.name(), writer.out()));
  }
}
