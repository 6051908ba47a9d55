package dev.entourage.preparer;

import dev.entourage.preparer.Plan.Shape;
import dev.entourage.spi.RefusedException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Objects that are to become what a table says and stay themselves: a final static field can't be
 * given another object, but its object can be given other contents. What can't change, such as a
 * record, stays as it is where all that it is made of has stayed.
 */
final class OwnObjects {

  private final Forms forms;
  private final TableView table;
  private final TableTypes types;
  private Object[] own = {};
  private Object[][] taken = {};

  OwnObjects(Forms forms, TableView table, TableTypes types) {
    this.forms = forms;
    this.table = table;
    this.types = types;
  }

  /** Says that the object of a row is there already. */
  void put(int row, Object object) {
    if (own.length == 0) {
      own = new Object[table.size()];
      taken = new Object[table.size()][];
    }
    if (row < 0 || object == null || own[row] != null) {
      return;
    }
    own[row] = object;
    if (table.kind(row) == Row.RECORD) {
      parts(row, Layout.of(object.getClass()).fields, object);
    } else if (table.kind(row) == Row.FORM) {
      form(row, object);
    }
  }

  private void parts(int row, Field[] fields, Object object) {
    if (object.getClass().isRecord() && fields.length == table.slots(row)) {
      for (int i = 0; i < fields.length; i++) {
        if (table.slot(row, i) >= 0) {
          put(table.slot(row, i), FieldAccess.read(fields[i], object));
        }
      }
    }
  }

  private void form(int row, Object object) {
    Form form = formOf(object);
    if (form != null
        && form.kind().equals(table.typeText(row))
        && Arrays.equals(form.head(), table.head(row))
        && form.parts().length == table.slots(row)) {
      Object[] parts = form.parts();
      taken[row] =
          ImmutableHashKind.isImmutable(object.getClass()) && !(object instanceof List)
              ? arranged(row, parts, object instanceof Map ? 2 : 1)
              : parts;
      // The stream of a serial form was made just now, and belongs to nobody.
      for (int i = SerialKind.isKind(form.kind()) ? 1 : 0; i < parts.length; i++) {
        put(table.slot(row, i), taken[row][i]);
      }
    }
  }

  /** Each JVM has an order of its own for sets and maps that can't be changed. */
  private Object[] arranged(int row, Object[] parts, int step) {
    Map<Object, Integer> places = new HashMap<>();
    for (int i = 0; i < parts.length; i += step) {
      if (Plans.isLeaf(parts[i].getClass())) {
        places.put(parts[i], i);
      }
    }
    Object[] arranged = new Object[parts.length];
    for (int i = 0; i < parts.length; i += step) {
      Integer at = places.get(leaf(table.slot(row, i)));
      if (at == null) {
        return parts;
      }
      System.arraycopy(parts, at, arranged, i, step);
    }
    return arranged;
  }

  /** The string or number of a row; for all else what equals nothing. */
  private Object leaf(int row) {
    if (row >= 0 && table.kind(row) == Row.STRING) {
      return table.typeText(row);
    }
    return row >= 0 && table.kind(row) == Row.BOXED
        ? Bits.boxed((char) table.type(row), table.value(row, 0))
        : this;
  }

  private Form formOf(Object object) {
    try {
      return forms.plan(object.getClass()).shape() == Shape.FORM ? forms.form(object) : null;
    } catch (RefusedException e) {
      return null;
    }
  }

  private Object of(int row) {
    return own.length == 0 ? null : own[row];
  }

  /** The object that shall be filled as a row says, or null. */
  Object shell(int row, Object shell) {
    Object object = of(row);
    if (object == null) {
      return null;
    }
    Class<?> type = object.getClass();
    boolean fits =
        switch (table.kind(row)) {
          case Row.OBJECT -> type == types.ofObject(row);
          case Row.ARRAY ->
              type.isArray()
                  && type.getComponentType().getName().equals(table.typeText(row))
                  && Array.getLength(object) == table.slots(row);
          case Row.SHELLED -> type == shell.getClass();
          default -> type == types.named(row);
        };
    return fits ? object : null;
  }

  /** The object that holds just these parts, or null. */
  Object holder(int row, Object[] parts) {
    Object object = of(row);
    if (object == null) {
      return null;
    }
    Object[] has = taken[row] != null ? taken[row] : components(row, object);
    return has != null && same(has, parts) ? object : null;
  }

  private Object[] components(int row, Object object) {
    if (table.kind(row) != Row.RECORD || object.getClass() != types.ofRecord(row)) {
      return null;
    }
    return Arrays.stream(Layout.of(object.getClass()).fields)
        .map(field -> FieldAccess.read(field, object))
        .toArray();
  }

  private static boolean same(Object[] has, Object[] parts) {
    for (int i = 0; i < has.length; i++) {
      boolean same =
          has[i] == parts[i]
              || has[i] != null && Plans.isLeaf(has[i].getClass()) && has[i].equals(parts[i])
              || has[i] instanceof byte[] a && parts[i] instanceof byte[] b && Arrays.equals(a, b);
      if (!same) {
        return false;
      }
    }
    return true;
  }

  /** The row's own object where it is equal. */
  Object orEqual(int row, Object made) {
    return made.equals(of(row)) ? of(row) : made;
  }

  /** The row's own object with the contents of another, where it can take them. */
  Object orFilled(int row, Object made) {
    Object object = of(row);
    boolean known =
        object != null
            && object != made
            && object.getClass() == made.getClass()
            && (filled(object, made) || isValue(made) && object.equals(made));
    return known ? object : made;
  }

  /** The user's own {@code equals} may think otherwise of what is equal. */
  private boolean isValue(Object made) {
    return forms.plan(made.getClass()).shape() == Shape.VALUE;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static boolean filled(Object object, Object made) {
    if (object.getClass().isArray()) {
      return copied(object, made);
    } else if (object instanceof AtomicInteger number) {
      number.set(((AtomicInteger) made).get());
    } else if (object instanceof AtomicLong number) {
      number.set(((AtomicLong) made).get());
    } else if (object instanceof AtomicBoolean flag) {
      flag.set(((AtomicBoolean) made).get());
    } else if (object instanceof BitSet bits) {
      bits.clear();
      bits.or((BitSet) made);
    } else if (object instanceof EnumSet set) {
      set.clear();
      set.addAll((EnumSet) made);
    } else if (object instanceof EnumMap map) {
      map.clear();
      map.putAll((EnumMap) made);
    } else {
      return false;
    }
    return true;
  }

  /** Says whether an object of a form can be given other contents. */
  static boolean takesContents(Class<?> type) {
    return type == AtomicInteger.class
        || type == AtomicLong.class
        || type == AtomicBoolean.class
        || type == BitSet.class
        || EnumSet.class.isAssignableFrom(type)
        || type == EnumMap.class;
  }

  private static boolean copied(Object object, Object made) {
    int length = Array.getLength(made);
    if (Array.getLength(object) == length) {
      System.arraycopy(made, 0, object, 0, length);
      return true;
    }
    return false;
  }
}
