package dev.entourage.preparer;

import dev.entourage.spi.NodeTable;
import dev.entourage.spi.RefusedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Writes a graph as a {@link NodeTable}, without recursion. */
final class TableWriter {

  private static final int NULL = -1;
  private static final String[] NO_TEXTS = {};

  private final Forms forms;
  private final Consumer<Class<?>> seen;
  private final Map<Object, External> externals;
  private final Numbering.ByEquality texts = new Numbering.ByEquality();

  /** The object behind each row; behind a row that describes a class, its layout. */
  private final Numbering.ByIdentity objects = new Numbering.ByIdentity();

  private final IntStack open = new IntStack();
  private final List<byte[]> blobs = new ArrayList<>();
  private int[] rows = new int[64 * Row.WIDTH];
  private long[] values = new long[256];
  private int count;

  /** Whether some object that refers to others was met twice: without one there is no cycle. */
  private boolean shared;

  TableWriter(Forms forms, Consumer<Class<?>> seen) {
    this(forms, seen, Map.of());
  }

  /**
   * Makes a writer of one table.
   *
   * @param externals the objects that are there already where the table is read, by identity
   */
  TableWriter(Forms forms, Consumer<Class<?>> seen, Map<Object, External> externals) {
    this.forms = forms;
    this.seen = seen;
    this.externals = externals;
  }

  /** The object behind each row that was written. */
  Object[] objects() {
    return objects.toArray(new Object[0]);
  }

  NodeTable write(Object root) {
    reference(root);
    while (!open.isEmpty()) {
      int row = open.pop();
      describe(row, objects.item(row));
    }
    NodeTable table =
        new NodeTable(
            texts.toArray(NO_TEXTS),
            Arrays.copyOf(rows, objects.size() * Row.WIDTH),
            Arrays.copyOf(values, count),
            blobs.toArray(byte[][]::new));
    if (shared) {
      new TableCheck(new TableView(table), forms, this::isPlain, this::refuse).run();
    }
    return table;
  }

  private boolean isPlain(int row) {
    Class<?> type = objects.item(row).getClass();
    return switch (forms.plan(type).shape()) {
      case ARRAY -> true;
      case OBJECT -> Identities.distinguish(type);
      default -> false;
    };
  }

  private void refuse(int row) {
    throw new RefusedException(
        "it refers back to itself from what it is made of, and can only be made from that; break"
            + " the cycle, or put an object of a class with fields between",
        objects.item(row));
  }

  private void describe(int row, Object value) {
    External external = externals.get(value);
    if (external == null) {
      content(row, value);
    } else {
      row(row, Row.EXTERNAL, 0);
      value(external.group());
      value(external.row());
    }
  }

  private void content(int row, Object value) {
    Class<?> type = value.getClass();
    Plan plan = forms.plan(type);
    switch (plan.shape()) {
      case LEAF -> leaf(row, value, type);
      case ENUM -> constant(row, (Enum<?>) value);
      case ARRAY -> array(row, (Object[]) value, type);
      case RECORD -> fields(row, Row.RECORD, value, plan.layout());
      case OBJECT -> fields(row, Row.OBJECT, value, plan.layout());
      case COLLECTION -> container(row, Row.COLLECTION, value, ((Collection<?>) value).toArray());
      case MAP -> container(row, Row.MAP, value, Entries.flat((Map<?, ?>) value));
      case FORM, VALUE -> form(row, forms.form(value, seen));
      case REFUSED -> throw new RefusedException(plan.refusal(), value);
    }
  }

  private void leaf(int row, Object value, Class<?> type) {
    if (value instanceof String string) {
      row(row, Row.STRING, text(string));
    } else if (type.isArray()) {
      row(row, Row.PRIMITIVES, Bits.letter(type.getComponentType()));
      value(blobs.size());
      blobs.add(ArrayBytes.bytes(value));
    } else {
      row(row, Row.BOXED, Bits.letterOfBoxed(value));
      value(Bits.of(value));
    }
  }

  private void constant(int row, Enum<?> value) {
    seen.accept(value.getClass());
    seen.accept(value.getDeclaringClass());
    row(row, Row.ENUM, text(value.getDeclaringClass().getName()));
    value(text(value.name()));
  }

  private void array(int row, Object[] array, Class<?> type) {
    seen.accept(type);
    row(row, Row.ARRAY, text(type.getComponentType().getName()));
    references(array);
  }

  private void container(int row, int kind, Object value, Object[] elements) {
    Class<?> type = value.getClass();
    row(row, kind, text(type.getName()));
    value(elements.length);
    value(reference(Containers.order(value)));
    for (Object element : elements) {
      value(reference(element));
    }
  }

  private void fields(int row, int kind, Object value, Layout layout) {
    int layoutRow = layout(value.getClass(), layout);
    row(row, kind, layoutRow);
    FieldReader reader = layout.reader();
    for (int i = 0; i < layout.fields.length; i++) {
      value(reader.isPrimitive(i) ? reader.bits(value, i) : reference(reader.read(value, i)));
    }
  }

  private int layout(Class<?> type, Layout layout) {
    final int size = objects.size();
    final int row = objects.number(layout);
    if (row < size) {
      return row;
    }
    seen.accept(type);
    row(row, Row.LAYOUT, text(type.getName()));
    value(layout.fields.length);
    for (int i = 0; i < layout.fields.length; i++) {
      value(text(layout.fields[i].getDeclaringClass().getName()));
      value(text(layout.fields[i].getName()));
      value(layout.reader().letter(i));
    }
    return row;
  }

  private void form(int row, Form form) {
    row(row, forms.shelled(form.kind()) ? Row.SHELLED : Row.FORM, text(form.kind()));
    value(form.head().length);
    for (String text : form.head()) {
      value(text == null ? NULL : text(text));
    }
    references(form.parts());
  }

  private void references(Object[] targets) {
    value(targets.length);
    for (Object target : targets) {
      value(reference(target));
    }
  }

  /** Returns an object's row, which is described later when it is new. */
  private int reference(Object target) {
    if (target == null) {
      return NULL;
    }
    final int size = objects.size();
    final int row = objects.number(target);
    if (row == size) {
      open.push(row);
    } else {
      shared = shared || leadsOn(target.getClass());
    }
    return row;
  }

  private boolean leadsOn(Class<?> type) {
    return switch (forms.plan(type).shape()) {
      case LEAF, ENUM, VALUE -> false;
      default -> type != Class.class;
    };
  }

  /** Values of a row must lie together, so this comes before all of them. */
  private void row(int row, int kind, int type) {
    int at = row * Row.WIDTH;
    if (at + Row.WIDTH > rows.length) {
      rows = Arrays.copyOf(rows, Math.max(2 * rows.length, at + Row.WIDTH));
    }
    rows[at] = kind;
    rows[at + 1] = type;
    rows[at + 2] = count;
  }

  private void value(long value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = value;
  }

  private int text(String text) {
    return texts.number(text);
  }
}
