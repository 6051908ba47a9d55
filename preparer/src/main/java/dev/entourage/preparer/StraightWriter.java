package dev.entourage.preparer;

import dev.entourage.spi.LongArray;
import dev.entourage.spi.NodeTable;
import dev.entourage.spi.RefusedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Writes one graph as {@link Straight} steps, in one pass. */
final class StraightWriter {

  private static final byte[][] NO_BLOBS = {};
  private static final long[] NO_VALUES = {};

  private final Forms forms;
  private final StraightTexts texts;
  private final Numbering met;
  private final OpenObjects open;
  private final FormHeads heads;
  private final StepsOut out;
  private final StraightTypes types;
  private final Consumer<Class<?>> seen;
  private final List<LongArray> longs;

  /** Null while there is none. */
  private List<byte[]> blobs;

  private boolean shared;

  StraightWriter(Forms forms, StraightState state, Consumer<Class<?>> seen, List<LongArray> longs) {
    this.forms = forms;
    this.seen = seen;
    this.longs = longs;
    texts = state.texts();
    met = state.met();
    open = state.open();
    heads = state.heads();
    out = state.out();
    types = state.types();
  }

  /** Returns the table, or null where the graph can't be told so. */
  NodeTable write(Object root) {
    try {
      emit(root, 0);
      return table();
    } catch (NotStraight e) {
      return null;
    }
  }

  private NodeTable table() {
    int[] rows = {Straight.MARK, shared ? met.size() : 0};
    byte[][] all = blobs == null ? NO_BLOBS : blobs.toArray(NO_BLOBS);
    return new NodeTable(texts.ofTable(), rows, NO_VALUES, all, out.toSteps());
  }

  private void emit(Object value, int depth) {
    emit(value, StraightTypes.Type.NONE, depth);
  }

  /** Writes a value, whose class is often that of another; returns its class or the other. */
  private StraightTypes.Type emit(Object value, StraightTypes.Type other, int depth) {
    if (value == null) {
      out.step(Straight.NULL, 0);
      return other;
    }
    if (value instanceof String text) {
      texts.step(text, out);
      return other;
    }
    final Class<?> found = value.getClass();
    final StraightTypes.Type type = other.type() == found ? other : types.of(found);
    if (type.isBoxed()) {
      boxed(value, type.letter());
    } else {
      object(value, type, depth);
    }
    return type;
  }

  private void object(Object value, StraightTypes.Type type, int depth) {
    final int size = met.size();
    final int known = met.number(value);
    if (known < size) {
      shared = true;
      open.meet(known, depth);
      out.step(Straight.SAME, size - 1L - known);
      return;
    }
    open.begin(known, value, depth);
    content(value, type, depth + 1);
    open.end(depth);
  }

  private void content(Object value, StraightTypes.Type type, int depth) {
    Plan plan = type.plan();
    switch (plan.shape()) {
      case OBJECT -> fields(Straight.OBJECT, value, type, depth);
      case RECORD -> fields(Straight.RECORD, value, type, depth);
      case LEAF -> primitives(value, type.letter());
      case ENUM -> constant((Enum<?>) value);
      case ARRAY -> array((Object[]) value, type, depth);
      case COLLECTION ->
          container(Straight.COLLECTION, value, ((Collection<?>) value).toArray(), type, depth);
      case MAP -> container(Straight.MAP, value, Entries.flat((Map<?, ?>) value), type, depth);
      case FORM, VALUE -> form(forms.form(plan, value, seen), depth);
      default -> throw new RefusedException(plan.refusal(), value);
    }
  }

  private void fields(int step, Object value, StraightTypes.Type type, int depth) {
    final FieldReader reader = type.reader();
    final StraightTypes.Type[] parts = type.parts();
    step(step, type, true);
    out.fields(value, reader, parts.length);
    for (int field = 0; field < parts.length; field++) {
      final StraightTypes.Type part = emit(reader.read(value, field), parts[field], depth);
      if (parts[field] == StraightTypes.Type.NONE) {
        parts[field] = part;
      }
    }
  }

  private void constant(Enum<?> value) {
    seen.accept(value.getClass());
    step(Straight.ENUM, types.of(value.getDeclaringClass()), true);
    texts.write(value.name(), out);
  }

  private void array(Object[] array, StraightTypes.Type type, int depth) {
    step(Straight.ARRAY, type, true);
    out.number(array.length);
    all(array, depth);
  }

  private void container(
      int step, Object value, Object[] elements, StraightTypes.Type type, int depth) {
    step(step, type, false);
    out.number(elements.length);
    emit(Containers.order(value), depth);
    all(elements, depth);
  }

  private void form(Form form, int depth) {
    heads.write(form, texts, out);
    out.number(form.parts().length);
    all(form.parts(), depth);
  }

  private void all(Object[] elements, int depth) {
    StraightTypes.Type last = StraightTypes.Type.NONE;
    for (Object element : elements) {
      last = emit(element, last, depth);
    }
  }

  /** Writes a step with its type, which is described where it is first used. */
  private void step(int step, StraightTypes.Type type, boolean tell) {
    final int number = types.number(type);
    if (number >= 0) {
      out.step(step, number);
      return;
    }
    if (tell) {
      seen.accept(type.type());
    }
    out.step(step, types.declare(type)).raw(type.declaration());
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
