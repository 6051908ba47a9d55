package dev.entourage.preparer;

import dev.entourage.spi.Form;
import dev.entourage.spi.NodeTable;
import dev.entourage.spi.RefusedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes a graph without cycles as {@link Straight} steps, in one pass. Used again and again: most
 * graphs are small, and making its arrays costs as much again.
 */
final class StraightWriter {

  /** Deeper graphs are left to who needs no recursion. */
  private static final int DEEPEST = 200;

  private static final int KEPT = 1 << 16;
  private static final byte[][] NO_BLOBS = {};
  private static final String[] NO_TEXTS = {};

  private final Forms forms;
  private final Numbering texts = Numbering.byEquality();
  private final Met met = new Met();
  private final Numbering heads = Numbering.byIdentity();
  private final List<byte[]> blobs = new ArrayList<>();
  private StraightTypes types;
  private Consumer<Class<?>> seen;
  private long[] values = new long[256];
  private int count;
  private boolean shared;

  StraightWriter(Forms forms) {
    this.forms = forms;
  }

  /** Returns the table, or null where the graph has a cycle or is too deep. */
  NodeTable write(Object root, Consumer<Class<?>> hears) {
    seen = hears;
    types = new StraightTypes(forms);
    return emit(root, 0) ? table() : null;
  }

  private NodeTable table() {
    int[] rows = {Straight.MARK, shared ? met.made() : 0};
    return new NodeTable(
        texts.toArray(NO_TEXTS), rows, Arrays.copyOf(values, count), blobs.toArray(NO_BLOBS));
  }

  /** Forgets the graph; false when it isn't worth to be kept for another. */
  boolean reset() {
    boolean small = met.size() <= KEPT && texts.size() <= KEPT && values.length <= 4 * KEPT;
    if (small) {
      met.clear();
      texts.clear();
      heads.clear();
      blobs.clear();
      types = null;
      seen = null;
      count = 0;
      shared = false;
    }
    return small;
  }

  private boolean emit(Object value, int depth) {
    if (value == null) {
      put(Straight.NULL);
      return true;
    }
    if (value instanceof String text) {
      text(text);
      return true;
    }
    StraightTypes.Type type = types.of(value.getClass());
    if (type.isBoxed()) {
      boxed(value, type.letter());
      return true;
    }
    return object(value, type, depth);
  }

  private boolean object(Object value, StraightTypes.Type type, int depth) {
    final int size = met.size();
    final int known = met.number(value);
    if (known < size) {
      shared = true;
      int made = met.made(known);
      put(Straight.SAME, met.made() - made);
      return made >= 0;
    }
    if (depth > DEEPEST || !content(value, type, depth + 1)) {
      return false;
    }
    met.make(known);
    return true;
  }

  private boolean content(Object value, StraightTypes.Type type, int depth) {
    Plan plan = type.plan();
    switch (plan.shape()) {
      case OBJECT:
        return fields(Straight.OBJECT, value, type, depth);
      case RECORD:
        return fields(Straight.RECORD, value, type, depth);
      case LEAF:
        put(Straight.PRIMITIVES, type.letter());
        blobs.add(value instanceof byte[] bytes ? bytes : Bits.bytes(value));
        return true;
      case ENUM:
        constant((Enum<?>) value);
        return true;
      case ARRAY:
        return array((Object[]) value, type, depth);
      case COLLECTION:
        return container(
            Straight.COLLECTION, value, ((Collection<?>) value).toArray(), type, depth);
      case MAP:
        return container(Straight.MAP, value, Entries.flat((Map<?, ?>) value), type, depth);
      case FORM, VALUE:
        return form(forms.form(value, seen), depth);
      default:
        throw new RefusedException(plan.refusal(), value);
    }
  }

  private boolean fields(int step, Object value, StraightTypes.Type type, int depth) {
    final FieldOrder order = type.order();
    final FieldReader reader = order.reader();
    for (int field : order.references()) {
      if (!emit(reader.read(value, field), depth)) {
        return false;
      }
    }
    int number = declare(type, order.fingerprint(), true);
    put(step, number);
    for (int field : order.primitives()) {
      put(reader.bits(value, field));
    }
    return true;
  }

  private void constant(Enum<?> value) {
    seen.accept(value.getClass());
    int type = declare(types.of(value.getDeclaringClass()), 0, true);
    put(Straight.ENUM, type);
    put(texts.number(value.name()));
  }

  private boolean array(Object[] array, StraightTypes.Type type, int depth) {
    return all(array, depth) && counted(Straight.ARRAY, type, true, array.length);
  }

  private boolean container(
      int step, Object value, Object[] elements, StraightTypes.Type type, int depth) {
    return emit(Containers.order(value), depth)
        && all(elements, depth)
        && counted(step, type, false, elements.length);
  }

  private boolean all(Object[] elements, int depth) {
    for (Object element : elements) {
      if (!emit(element, depth)) {
        return false;
      }
    }
    return true;
  }

  private boolean counted(int step, StraightTypes.Type type, boolean tell, int length) {
    int number = declare(type, 0, tell);
    put(step, number);
    put(length);
    return true;
  }

  private boolean form(Form form, int depth) {
    if (!all(form.parts(), depth)) {
      return false;
    }
    final int size = heads.size();
    final int head = heads.number(form.head());
    if (head == size) {
      put(Straight.HEAD, texts.number(form.kind()));
      put(form.head().length);
      for (String text : form.head()) {
        put(text == null ? -1 : texts.number(text));
      }
    }
    put(forms.shelled(form.kind()) ? Straight.SHELLED : Straight.FORM, head);
    put(form.parts().length);
    return true;
  }

  /** Returns the number of a type, which is described before it is first used. */
  private int declare(StraightTypes.Type type, long fingerprint, boolean tell) {
    if (type.number() < 0) {
      if (tell) {
        seen.accept(type.type());
      }
      put(Straight.TYPE, texts.number(type.type().getName()));
      put(fingerprint);
      types.number(type);
    }
    return type.number();
  }

  private void text(String text) {
    final int next = texts.size();
    put(Straight.TEXT, next - texts.number(text));
  }

  private void boxed(Object value, char letter) {
    if (letter == 'I') {
      put(Straight.INT, (Integer) value);
    } else {
      put(Straight.BOXED, letter);
      put(Bits.of(value));
    }
  }

  private void put(int step, int argument) {
    put((long) argument << Straight.BITS | step);
  }

  private void put(long value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = value;
  }
}
