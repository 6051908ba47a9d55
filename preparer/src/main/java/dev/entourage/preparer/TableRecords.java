package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Checks the records in cycles. A constructor may copy a component, and loses what isn't in it yet;
 * or it looks into objects that have no content yet.
 */
final class TableRecords {

  private final TableReader reader;

  TableRecords(TableReader reader) {
    this.reader = reader;
  }

  /** Each component must be what the constructor was given, or hold just what that shall hold. */
  void checkKept(int row, Layout layout, Object record, Object[] given) {
    for (int i = 0; i < given.length; i++) {
      Field field = layout.fields[i];
      if (!field.getType().isPrimitive()) {
        Object kept = FieldAccess.read(field, record);
        if (kept != given[i] && !isCopy(kept, reader.table.slot(row, i))) {
          throw new MarshallingException(
              "The constructor of a record in a cycle copies a component that isn't complete yet:"
                  + " component="
                  + field);
        }
      }
    }
  }

  private boolean isCopy(Object kept, int row) {
    if (row < 0 || !reader.isContainer(row)) {
      return false;
    }
    Object[] elements = reader.elements(row);
    if (reader.table.kind(row) == Row.MAP) {
      return kept instanceof Map<?, ?> map && holds(map, elements);
    }
    return kept instanceof Collection<?> collection && same(collection.toArray(), elements);
  }

  private static boolean same(Object[] some, Object[] others) {
    boolean same = some.length == others.length;
    for (int i = 0; same && i < some.length; i++) {
      same = some[i] == others[i];
    }
    return same;
  }

  /** A copy of a map may have another order; a copy of a set that has one is refused. */
  private static boolean holds(Map<?, ?> map, Object[] elements) {
    Map<Object, Object> held = new IdentityHashMap<>(map);
    boolean same = 2 * held.size() == elements.length;
    for (int i = 0; same && i < elements.length; i += 2) {
      same = held.containsKey(elements[i]) && held.get(elements[i]) == elements[i + 1];
    }
    return same;
  }
}
