package dev.entourage.preparer;

import dev.entourage.spi.LongArray;
import dev.entourage.spi.NodeTable;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.function.Consumer;

/** Writes one graph as {@link Straight} steps, in one pass: what {@link Teller}s need for it. */
final class StraightWriter {

  private static final byte[][] NO_BLOBS = {};
  private static final int[] NO_ROWS = {};
  private static final long[] NO_VALUES = {};

  private final Forms forms;
  private final StraightTexts texts;
  private final Numbering.ByIdentity met;
  private final OpenObjects open;
  private final FormHeads heads;
  private final StepsOut out;
  private final StraightTypes types;
  private final Consumer<Class<?>> seen;
  private final List<LongArray> longs;

  /** Null while there is none. */
  private List<byte[]> blobs;

  private boolean shared;

  /** Of which there were so many objects, a class has a template. */
  private final int many;

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
    many = forms.names().many();
  }

  /** Returns the table, or null where the graph can't be told so. */
  NodeTable write(Object root) {
    try {
      return table(any(root, Straight.HEADER, 0));
    } catch (NotStraight | ConcurrentModificationException e) {
      return null;
    }
  }

  private NodeTable table(int end) {
    byte[][] all = blobs == null ? NO_BLOBS : blobs.toArray(NO_BLOBS);
    out.header(shared ? met.size() : 0, texts.reach());
    return new NodeTable(texts.ofTable(), NO_ROWS, NO_VALUES, all, out.toSteps(end));
  }

  StepsOut out() {
    return out;
  }

  StraightTexts texts() {
    return texts;
  }

  /** Reports a class that the graph needs. */
  void see(Class<?> type) {
    seen.accept(type);
  }

  int many() {
    return many;
  }

  /** Has another teller for a class from now on. */
  void replace(Teller by) {
    types.replace(by);
  }

  Teller teller(Class<?> type) {
    return types.of(type);
  }

  /** Returns the teller of a value, which is often that of another. */
  Teller teller(Object value, Teller other) {
    return value == null || value.getClass() == other.type() ? other : types.of(value.getClass());
  }

  /** Writes a value, which may be null. */
  int any(Object value, int at, int depth) {
    return tell(value, teller(value, Teller.NONE), at, depth);
  }

  /** Writes a value, which may be null, with its teller. */
  int tell(Object value, Teller teller, int at, int depth) {
    return value == null ? out.nothing(at) : teller.tell(this, value, at, depth);
  }

  /** Writes values, of which many are often of one class. */
  int all(Object[] elements, int at, int depth) {
    Teller last = Teller.NONE;
    int next = at;
    for (Object element : elements) {
      last = teller(element, last);
      next = tell(element, last, next, depth);
    }
    return next;
  }

  /**
   * Begins an object.
   *
   * @return its number when it was met before, so that {@link #same} has to tell it; else -1
   */
  int meet(Object value, int depth) {
    final int size = met.size();
    final int known = met.number(value);
    if (known < size) {
      return known;
    }
    open.begin(known, value, depth);
    return -1;
  }

  /** Writes an object that was met before, and may be one that isn't complete yet. */
  int same(int known, int at, int depth) {
    open.meet(known, depth);
    return again(known, at);
  }

  /** Writes an object that was met before; of those that refer to nothing, none is incomplete. */
  int again(int known, int at) {
    shared = true;
    return out.step(at, Straight.SAME, met.size() - 1L - known);
  }

  /** Completes an object, whose bytes end here. */
  int complete(int depth, int end) {
    open.end(depth);
    return end;
  }

  /** Writes the step of a class, which is described where it is first used. */
  int step(Teller type, int at) {
    return step(type.step(), type, at);
  }

  int step(int step, Teller type, int at) {
    final int number = types.number(type);
    return number >= 0 ? out.step(at, step, number) : describe(step, type, at);
  }

  private int describe(int step, Teller type, int at) {
    seen.accept(type.type());
    return out.raw(out.step(at, step, types.declare(type)), type.declaration());
  }

  /** Writes an object as its form, whose kind may keep its heads. */
  int form(Plan plan, boolean kept, Object value, int at, int depth) {
    Form form = forms.form(plan, value, seen);
    final int next =
        kept
            ? keptHead(form.kind(), form.head(), at)
            : heads.write(at, form.kind(), form.head(), texts, out);
    return all(form.parts(), out.number(next, form.parts().length), depth);
  }

  /** Writes the step of a form, and a head that its kind keeps where that is the first of these. */
  int keptHead(String kind, String[] head, int at) {
    return heads.writeKept(at, kind, head, texts, out);
  }

  /** Leaves an array to those that stand behind the table. */
  int longArray(int at, Object array, char letter) {
    if (Primitives.fits(letter)) {
      longs.add(Primitives.of(array, letter));
    } else {
      addBlob(ArrayBytes.bytes(array));
    }
    return out.number(at, 0);
  }

  private void addBlob(byte[] blob) {
    if (blobs == null) {
      blobs = new ArrayList<>();
    }
    blobs.add(blob);
  }
}
