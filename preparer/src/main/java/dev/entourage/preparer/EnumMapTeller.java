package dev.entourage.preparer;

import java.util.EnumMap;

/**
 * Of enum maps, as the form that {@link EnumMapKind} makes of them, but without a copy of their
 * entries. Empty ones are told by it.
 */
final class EnumMapTeller extends Teller {

  /** The enum of the last map, which most often is that of the next. */
  private Class<?> keys;

  private String[] head;
  private Object[] constants = {};

  EnumMapTeller(Class<?> type, Plan plan) {
    super(type, plan, Straight.SHELLED);
  }

  @Override
  int tell(StraightWriter writer, Object value, int at, int depth) {
    final int known = writer.meet(value, depth);
    if (known >= 0) {
      return writer.same(known, at, depth);
    }
    final EnumMap<?, ?> map = (EnumMap<?, ?>) value;
    return writer.complete(
        depth,
        map.isEmpty()
            ? writer.form(plan(), true, value, at, depth + 1)
            : entries(writer, map, at, depth + 1));
  }

  private int entries(StraightWriter writer, EnumMap<?, ?> map, int at, int depth) {
    int first = first(map);
    if (first == constants.length) {
      keys = EnumMapKind.keys(map);
      head = EnumMapKind.head(keys);
      constants = keys.getEnumConstants();
      first = first(map);
    }
    writer.see(keys);
    final int size = map.size();
    int next = writer.keptHead(EnumMapKind.KIND, head, at);
    next = writer.out().number(next, 2L * size);
    int left = size;
    Teller key = Teller.NONE;
    Teller held = Teller.NONE;
    for (int i = first; i < constants.length; i++) {
      final Object constant = constants[i];
      final Object part = map.get(constant);
      if (part != null || map.containsKey(constant)) {
        left--;
        key = writer.teller(constant, key);
        next = writer.tell(constant, key, next, depth);
        held = writer.teller(part, held);
        next = writer.tell(part, held, next, depth);
      }
    }
    if (left != 0) {
      throw NotStraight.ONE; // Somebody changes the map.
    }
    return next;
  }

  /** Which is the first key; none where the last map was of another enum. */
  private int first(EnumMap<?, ?> map) {
    int at = 0;
    while (at < constants.length && !map.containsKey(constants[at])) {
      at++;
    }
    return at;
  }
}
