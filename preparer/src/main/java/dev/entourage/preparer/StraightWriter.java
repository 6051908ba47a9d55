package dev.entourage.preparer;

import dev.entourage.spi.LongArray;
import dev.entourage.spi.NodeTable;
import dev.entourage.spi.RefusedException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
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
      return table(emit(root, type(root, StraightTypes.Type.NONE), 0, 0));
    } catch (NotStraight | ConcurrentModificationException e) {
      return null;
    }
  }

  private NodeTable table(int end) {
    int[] rows = {Straight.MARK, shared ? met.size() : 0};
    byte[][] all = blobs == null ? NO_BLOBS : blobs.toArray(NO_BLOBS);
    return new NodeTable(texts.ofTable(), rows, NO_VALUES, all, out.toSteps(end));
  }

  /** Returns the type of a value, which is often that of another. */
  private StraightTypes.Type type(Object value, StraightTypes.Type other) {
    return value == null || value.getClass() == other.type() ? other : types.of(value.getClass());
  }

  /** Writes a value; as all of these, takes where its bytes begin and returns where they end. */
  private int emit(Object value, StraightTypes.Type type, int at, int depth) {
    if (value == null) {
      return out.step(at, Straight.NULL, 0);
    }
    return switch (type.step()) {
      case Straight.TEXT -> texts.step(at, (String) value, out);
      case Straight.INT -> integer(at, (Integer) value);
      case Straight.BOXED ->
          out.bits(out.step(at, Straight.BOXED, type.letter()), type.letter(), Bits.of(value));
      default -> object(value, type, at, depth);
    };
  }

  private int object(Object value, StraightTypes.Type type, int at, int depth) {
    final int size = met.size();
    final int known = met.number(value);
    if (known < size) {
      return same(size - 1 - known, known, at, depth);
    }
    open.begin(known, value, depth);
    final int end = content(value, type, at, depth + 1);
    open.end(depth);
    return end;
  }

  private int same(int back, int known, int at, int depth) {
    shared = true;
    open.meet(known, depth);
    return out.step(at, Straight.SAME, back);
  }

  private int content(Object value, StraightTypes.Type type, int at, int depth) {
    return switch (type.step()) {
      case Straight.OBJECT, Straight.RECORD -> fields(value, type, at, depth);
      case Straight.PRIMITIVES -> primitives(value, type.letter(), at);
      case Straight.ENUM -> constant((Enum<?>) value, at);
      case Straight.ARRAY -> array((Object[]) value, type, at, depth);
      case Straight.COLLECTION -> collection((Collection<?>) value, type, at, depth);
      case Straight.MAP -> map((Map<?, ?>) value, type, at, depth);
      case Straight.FORM -> form(forms.form(type.plan(), value, seen), at, depth);
      default -> throw new RefusedException(type.plan().refusal(), value);
    };
  }

  private int fields(Object value, StraightTypes.Type type, int at, int depth) {
    final FieldReader reader = type.reader();
    final StraightTypes.Type[] parts = type.parts();
    int next = out.fields(step(type, true, at), value, reader, parts.length);
    for (int field = 0; field < parts.length; field++) {
      final Object part = reader.read(value, field);
      final StraightTypes.Type found = type(part, parts[field]);
      if (parts[field] == StraightTypes.Type.NONE) {
        parts[field] = found;
      }
      next = emit(part, found, next, depth);
    }
    return next;
  }

  private int constant(Enum<?> value, int at) {
    seen.accept(value.getClass());
    final StraightTypes.Type type = types.of(value.getDeclaringClass());
    return texts.write(step(Straight.ENUM, type, true, at), value.name(), out);
  }

  private int array(Object[] array, StraightTypes.Type type, int at, int depth) {
    return all(array, out.number(step(type, true, at), array.length), depth);
  }

  private int collection(Collection<?> value, StraightTypes.Type type, int at, int depth) {
    return container(value, value.toArray(), type, at, depth);
  }

  private int map(Map<?, ?> value, StraightTypes.Type type, int at, int depth) {
    return value instanceof HashMap<?, ?> map
        ? hashMap(map, type, at, depth)
        : container(value, Entries.flat(value), type, at, depth);
  }

  private int container(
      Object value, Object[] elements, StraightTypes.Type type, int at, int depth) {
    return all(elements, begin(value, elements.length, type, at, depth), depth);
  }

  private int begin(Object value, int elements, StraightTypes.Type type, int at, int depth) {
    final Object order = Containers.order(value);
    final int next = out.number(step(type, false, at), elements);
    return emit(order, type(order, StraightTypes.Type.NONE), next, depth);
  }

  /** Without a copy of its entries; where somebody changes it meanwhile, it is told as rows. */
  private int hashMap(HashMap<?, ?> map, StraightTypes.Type type, int at, int depth) {
    int left = map.size();
    int next = begin(map, 2 * left, type, at, depth);
    StraightTypes.Type key = StraightTypes.Type.NONE;
    StraightTypes.Type value = StraightTypes.Type.NONE;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (left-- == 0) {
        throw NotStraight.ONE;
      }
      key = type(entry.getKey(), key);
      next = emit(entry.getKey(), key, next, depth);
      value = type(entry.getValue(), value);
      next = emit(entry.getValue(), value, next, depth);
    }
    if (left != 0) {
      throw NotStraight.ONE;
    }
    return next;
  }

  private int form(Form form, int at, int depth) {
    final int next = heads.write(at, form, texts, out);
    return all(form.parts(), out.number(next, form.parts().length), depth);
  }

  private int all(Object[] elements, int at, int depth) {
    StraightTypes.Type last = StraightTypes.Type.NONE;
    int next = at;
    for (Object element : elements) {
      last = type(element, last);
      next = emit(element, last, next, depth);
    }
    return next;
  }

  /** Writes the step of a type, which is described where it is first used. */
  private int step(StraightTypes.Type type, boolean tell, int at) {
    return step(type.step(), type, tell, at);
  }

  private int step(int step, StraightTypes.Type type, boolean tell, int at) {
    final int number = types.number(type);
    if (number >= 0) {
      return out.step(at, step, number);
    }
    return declare(step, type, tell, at);
  }

  private int declare(int step, StraightTypes.Type type, boolean tell, int at) {
    if (tell) {
      seen.accept(type.type());
    }
    return out.raw(out.step(at, step, types.declare(type)), type.declaration());
  }

  private int integer(int at, int value) {
    return out.step(at, Straight.INT, (value << 1 ^ value >> 31) & 0xffff_ffffL);
  }

  private int primitives(Object array, char letter, int at) {
    final int next = out.step(at, Straight.PRIMITIVES, letter);
    final int size = ArrayBytes.size(array, letter);
    if (size <= Straight.LONG) {
      return out.primitives(out.number(next, size + 1L), array, letter, size);
    }
    if (Primitives.fits(letter)) {
      longs.add(Primitives.of(array, letter));
    } else {
      addBlob(ArrayBytes.bytes(array));
    }
    return out.number(next, 0);
  }

  private void addBlob(byte[] blob) {
    if (blobs == null) {
      blobs = new ArrayList<>();
    }
    blobs.add(blob);
  }
}
