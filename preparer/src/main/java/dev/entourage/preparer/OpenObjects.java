package dev.entourage.preparer;

import dev.entourage.preparer.Plan.Shape;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;

/**
 * The objects that are begun and not yet complete, from the root to the last. Who reads them may be
 * given one of them, as long as nobody looks at it: no hash is asked for, no constructor called.
 */
final class OpenObjects {

  private static final int NONE = Integer.MAX_VALUE;

  private final Numbering.ByIdentity met;
  private final StraightTypes types;
  private final int[] numbers = new int[Straight.DEEPEST + 1];

  /** The depth of the uppermost that something inside refers to. */
  private int given = NONE;

  OpenObjects(Numbering.ByIdentity met, StraightTypes types) {
    this.met = met;
    this.types = types;
  }

  /** Begins an object, as deep as those that hold it are open. */
  void begin(int number, Object value, int depth) {
    if (depth > Straight.DEEPEST || given != NONE && looks(value)) {
      throw NotStraight.ONE;
    }
    numbers[depth] = number;
  }

  /** Completes an object. */
  void end(int depth) {
    if (depth == given) {
      given = NONE;
    }
  }

  /** An object is meant again, which may be an open one. */
  void meet(int number, int depth) {
    final int at = Arrays.binarySearch(numbers, 0, depth, number);
    if (at < 0) {
      return;
    }
    boolean plain = types.of(met.item(number).getClass()).plan().shape() == Shape.OBJECT;
    for (int i = at + 1; plain && i < depth; i++) {
      plain = !looks(met.item(numbers[i]));
    }
    if (!plain) {
      throw NotStraight.ONE;
    }
    given = Math.min(given, at);
  }

  /** Says whether who makes an object looks at its parts. */
  private boolean looks(Object value) {
    return switch (types.of(value.getClass()).plan().shape()) {
      case OBJECT, ARRAY, LEAF, ENUM -> false;
      case COLLECTION, MAP -> JdkCollections.inspects(value.getClass()) && !looksAtPlain(value);
      default -> !(value instanceof Class);
    };
  }

  private static boolean looksAtPlain(Object container) {
    final Class<?> type = container.getClass();
    if (type == HashMap.class || type == LinkedHashMap.class) {
      return arePlain(((Map<?, ?>) container).keySet());
    }
    return (type == HashSet.class || type == LinkedHashSet.class)
        && arePlain((Collection<?>) container);
  }

  private static boolean arePlain(Collection<?> elements) {
    for (Object each : elements) {
      if (each != null && !Plans.isLeaf(each.getClass()) && !(each instanceof Enum)) {
        return false;
      }
    }
    return true;
  }

  /** Forgets those of a graph that was given up. */
  void clear() {
    given = NONE;
  }
}
