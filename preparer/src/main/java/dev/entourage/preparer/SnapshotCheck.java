package dev.entourage.preparer;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;

/**
 * Compares objects with a snapshot of them, exactly: each reference must lead to the same object as
 * it did, or to an equal string or number, and each primitive must be the same. Where this says no,
 * the content may still be the same in other objects.
 */
final class SnapshotCheck {

  private final Forms forms;
  private final Snapshot snapshot;
  private final TableView view;

  SnapshotCheck(Forms forms, Snapshot snapshot) {
    this.forms = forms;
    this.snapshot = snapshot;
    this.view = snapshot.view();
  }

  /** Says whether these roots are as they were. */
  boolean holds(Object[] roots) {
    for (int i = 0; i < roots.length; i++) {
      if (!is(roots[i], view.slot(0, i))) {
        return false;
      }
    }
    for (int row = 1; row < view.size(); row++) {
      if (!isUnchanged(row)) {
        return false;
      }
    }
    return true;
  }

  private boolean isUnchanged(int row) {
    Object value = snapshot.objects()[row];
    return switch (view.kind(row)) {
      case Row.ARRAY -> array((Object[]) value, row);
      case Row.OBJECT -> fields(value, row);
      case Row.COLLECTION -> elements((Collection<?>) value, row);
      case Row.MAP -> entries((Map<?, ?>) value, row);
      case Row.PRIMITIVES -> ArrayBytes.same(value, view.blob(row));
      case Row.FORM, Row.SHELLED -> isImmutable(value.getClass()) || form(value, row);
      // Strings, numbers, constants and records can't change.
      default -> true;
    };
  }

  private boolean isImmutable(Class<?> type) {
    return forms.plan(type).shape() == Plan.Shape.VALUE || Lambdas.isLambda(type);
  }

  private boolean is(Object now, int row) {
    if (row < 0 || now == null) {
      return row < 0 && now == null;
    }
    Object then = snapshot.objects()[row];
    return now == then || Plans.isLeaf(now.getClass()) && now.equals(then);
  }

  private boolean array(Object[] array, int row) {
    for (int i = 0; i < array.length; i++) {
      if (!is(array[i], view.slot(row, i))) {
        return false;
      }
    }
    return true;
  }

  private boolean fields(Object value, int row) {
    Field[] fields = forms.plan(value.getClass()).layout().fields;
    for (int i = 0; i < fields.length; i++) {
      Object now = FieldAccess.read(fields[i], value);
      boolean same =
          fields[i].getType().isPrimitive()
              ? Bits.of(now) == view.value(row, i)
              : is(now, view.slot(row, i));
      if (!same) {
        return false;
      }
    }
    return true;
  }

  /** The first slot is the order, which doesn't change. */
  private boolean elements(Collection<?> elements, int row) {
    int slots = view.slots(row);
    int slot = 1;
    for (Object element : elements) {
      if (slot >= slots || !is(element, view.slot(row, slot++))) {
        return false;
      }
    }
    return slot == slots;
  }

  private boolean entries(Map<?, ?> map, int row) {
    int slots = view.slots(row);
    int slot = 1;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (slot >= slots
          || !is(entry.getKey(), view.slot(row, slot++))
          || !is(entry.getValue(), view.slot(row, slot++))) {
        return false;
      }
    }
    return slot == slots;
  }

  private boolean form(Object value, int row) {
    Form form = forms.form(value);
    boolean same =
        form.kind().equals(view.typeText(row))
            && Arrays.equals(form.head(), view.head(row))
            && form.parts().length == view.slots(row);
    for (int i = 0; same && i < form.parts().length; i++) {
      same = is(form.parts()[i], view.slot(row, i)) || isStream(form, i, view.slot(row, i));
    }
    return same;
  }

  /** The bytes of a serial form are made anew each time. */
  private boolean isStream(Form form, int part, int row) {
    return part == 0
        && SerialKind.isKind(form.kind())
        && row >= 0
        && form.parts()[part] instanceof byte[] bytes
        && view.kind(row) == Row.PRIMITIVES
        && Arrays.equals(bytes, view.blob(row));
  }
}
