package dev.entourage.preparer;

import dev.entourage.spi.LongArray;
import dev.entourage.spi.NodeTable;
import dev.entourage.spi.RefusedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Writes one graph without cycles as {@link Straight} steps, in one pass. */
final class StraightWriter {

  /** Deeper graphs are left to who needs no recursion. */
  private static final int DEEPEST = 200;

  private static final byte[][] NO_BLOBS = {};
  private static final long[] NO_VALUES = {};

  private final Forms forms;
  private final StraightTexts texts;
  private final Met met;
  private final FormHeads heads;
  private final StepsOut out;
  private final StraightTypes types;
  private final Consumer<Class<?>> seen;
  private final List<LongArray> longs;

  /** All but the first; null while there is none. */
  private List<byte[]> blobs;

  private boolean shared;

  StraightWriter(Forms forms, StraightState state, Consumer<Class<?>> seen, List<LongArray> longs) {
    this.forms = forms;
    this.seen = seen;
    this.longs = longs;
    texts = state.texts();
    met = state.met();
    heads = state.heads();
    out = state.out();
    types = state.types();
  }

  /** Returns the table, or null where the graph has a cycle or is too deep. */
  NodeTable write(Object root) {
    return emit(root, 0) ? table() : null;
  }

  private NodeTable table() {
    int[] rows = {Straight.MARK, shared ? met.made() : 0};
    return new NodeTable(texts.ofTable(), rows, NO_VALUES, blobs(out.toBytes()));
  }

  private byte[][] blobs(byte[] steps) {
    if (blobs == null) {
      return new byte[][] {steps};
    }
    blobs.add(0, steps);
    return blobs.toArray(NO_BLOBS);
  }

  private boolean emit(Object value, int depth) {
    if (value == null) {
      out.step(Straight.NULL, 0);
      return true;
    }
    if (value instanceof String text) {
      out.step(Straight.TEXT, 0);
      texts.write(text, out);
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
      if (made < 0) {
        return false;
      }
      out.step(Straight.SAME, met.made() - made);
      return true;
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
        primitives(value, type.letter());
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
        return form(forms.form(plan, value, seen), depth);
      default:
        throw new RefusedException(plan.refusal(), value);
    }
  }

  private boolean fields(int step, Object value, StraightTypes.Type type, int depth) {
    final FieldOrder order = type.order();
    final FieldReader reader = type.reader();
    for (int field : order.references()) {
      if (!emit(reader.read(value, field), depth)) {
        return false;
      }
    }
    out.step(step, declare(type, true)).fields(value, reader, order.primitives());
    return true;
  }

  private void constant(Enum<?> value) {
    seen.accept(value.getClass());
    out.step(Straight.ENUM, declare(types.of(value.getDeclaringClass()), true));
    texts.write(value.name(), out);
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
    out.step(step, declare(type, tell)).number(length);
    return true;
  }

  private boolean form(Form form, int depth) {
    if (!all(form.parts(), depth)) {
      return false;
    }
    final int head = heads.number(form, texts, out);
    out.step(heads.step(head), head).number(form.parts().length);
    return true;
  }

  /** Returns the number of a type, which is described before it is first used. */
  private int declare(StraightTypes.Type type, boolean tell) {
    final int number = types.number(type);
    if (number >= 0) {
      return number;
    }
    if (tell) {
      seen.accept(type.type());
    }
    out.raw(type.declaration());
    return types.declare(type);
  }

  private void boxed(Object value, char letter) {
    if (letter == 'I') {
      int number = (Integer) value;
      out.step(Straight.INT, (number << 1 ^ number >> 31) & 0xffff_ffffL);
    } else {
      out.step(Straight.BOXED, letter).bits(letter, Bits.of(value));
    }
  }

  private void primitives(Object array, char letter) {
    out.step(Straight.PRIMITIVES, letter);
    final int size = ArrayBytes.size(array, letter);
    if (size > Straight.LONG) {
      out.number(0);
      if (Primitives.fits(letter)) {
        longs.add(Primitives.of(array, letter));
      } else {
        addBlob(ArrayBytes.bytes(array));
      }
    } else {
      out.number(size + 1L).primitives(array, letter, size);
    }
  }

  private void addBlob(byte[] blob) {
    if (blobs == null) {
      blobs = new ArrayList<>();
    }
    blobs.add(blob);
  }
}
