package dev.entourage.preparer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Those of arrays of references, and of {@link JdkCollections}. */
final class ContainerTellers {

  private ContainerTellers() {}

  static Teller ofCollections(Class<?> type, Plan plan) {
    return type == ArrayList.class
        ? new OfLists(type, plan)
        : new OfCopies(type, plan, Straight.COLLECTION);
  }

  static Teller ofMaps(Class<?> type, Plan plan) {
    return HashMap.class.isAssignableFrom(type)
        ? new OfHashMaps(type, plan)
        : new OfCopies(type, plan, Straight.MAP);
  }

  static final class OfArrays extends Teller {

    OfArrays(Class<?> type, Plan plan) {
      super(type, plan, Straight.ARRAY);
    }

    @Override
    int tell(StraightWriter writer, Object value, int at, int depth) {
      final int known = writer.meet(value, depth);
      if (known >= 0) {
        return writer.same(known, at, depth);
      }
      final Object[] elements = (Object[]) value;
      final int next = writer.out().number(writer.step(this, at), elements.length);
      return writer.complete(depth, writer.all(elements, next, depth + 1));
    }
  }

  /** Of what may have an order that must be told first. */
  private abstract static class Ordered extends Teller {

    private final int number;
    private final boolean ordered;

    Ordered(Class<?> type, Plan plan, int step) {
      super(type, plan, step);
      number = JdkCollections.number(type);
      ordered = LinkedHashMap.class.isAssignableFrom(type) || JdkCollections.isSorted(type);
    }

    final int begin(StraightWriter writer, Object value, int elements, int at, int depth) {
      final int next = writer.out().number(writer.out().step(at, step(), number), elements);
      return ordered
          ? writer.any(Containers.order(value), next, depth)
          : writer.out().nothing(next);
    }
  }

  /** Of collections, and of maps as keys each with its value: of what is there now. */
  static final class OfCopies extends Ordered {

    OfCopies(Class<?> type, Plan plan, int step) {
      super(type, plan, step);
    }

    @Override
    int tell(StraightWriter writer, Object value, int at, int depth) {
      final int known = writer.meet(value, depth);
      if (known >= 0) {
        return writer.same(known, at, depth);
      }
      final Object[] elements =
          value instanceof Collection<?> collection
              ? collection.toArray()
              : Entries.flat((Map<?, ?>) value);
      final int next = begin(writer, value, elements.length, at, depth + 1);
      return writer.complete(depth, writer.all(elements, next, depth + 1));
    }
  }

  /** Without a copy of their elements; what somebody changes meanwhile is told as rows. */
  static final class OfLists extends Ordered {

    OfLists(Class<?> type, Plan plan) {
      super(type, plan, Straight.COLLECTION);
    }

    @Override
    int tell(StraightWriter writer, Object value, int at, int depth) {
      final int known = writer.meet(value, depth);
      if (known >= 0) {
        return writer.same(known, at, depth);
      }
      final ArrayList<?> list = (ArrayList<?>) value;
      final int size = list.size();
      final int next = begin(writer, value, size, at, depth + 1);
      return writer.complete(depth, elements(writer, list, size, next, depth + 1));
    }

    private int elements(StraightWriter writer, ArrayList<?> list, int size, int at, int depth) {
      Teller last = Teller.NONE;
      int next = at;
      for (int i = 0; i < size; i++) {
        final Object element = element(list, i);
        last = writer.teller(element, last);
        next = writer.tell(element, last, next, depth);
      }
      if (list.size() != size) {
        throw NotStraight.ONE;
      }
      return next;
    }

    private static Object element(ArrayList<?> list, int index) {
      try {
        return list.get(index);
      } catch (IndexOutOfBoundsException e) {
        throw NotStraight.ONE;
      }
    }
  }

  /** Without a copy of their entries; what somebody changes meanwhile is told as rows. */
  private static final class OfHashMaps extends Ordered {

    OfHashMaps(Class<?> type, Plan plan) {
      super(type, plan, Straight.MAP);
    }

    @Override
    int tell(StraightWriter writer, Object value, int at, int depth) {
      final int known = writer.meet(value, depth);
      if (known >= 0) {
        return writer.same(known, at, depth);
      }
      final Map<?, ?> map = (Map<?, ?>) value;
      final int size = map.size();
      final int next = begin(writer, value, 2 * size, at, depth + 1);
      return writer.complete(depth, entries(writer, map, size, next, depth + 1));
    }
  }

  /** Without a copy of them; where there aren't just so many, somebody changes the map. */
  private static int entries(StraightWriter writer, Map<?, ?> map, int size, int at, int depth) {
    int left = size;
    int next = at;
    Teller key = Teller.NONE;
    Teller held = Teller.NONE;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (left-- == 0) {
        throw NotStraight.ONE;
      }
      key = writer.teller(entry.getKey(), key);
      next = writer.tell(entry.getKey(), key, next, depth);
      held = writer.teller(entry.getValue(), held);
      next = writer.tell(entry.getValue(), held, next, depth);
    }
    if (left != 0) {
      throw NotStraight.ONE;
    }
    return next;
  }
}
