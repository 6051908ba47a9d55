package dev.entourage.preparer;

import dev.entourage.preparer.Plan.Shape;
import dev.entourage.spi.NodeTable;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Makes the graph of {@link Straight} steps that may be hostile. Each step takes numbers and
 * objects that are there, and room for no more than may follow, so none costs more than its own
 * size.
 */
final class StraightReader {

  private static final Object[] NONE = {};

  /** Who replaces objects may make nothing of one; it is there nevertheless. */
  private static final Object NULL = new Object();

  private final Forms forms;
  private final StraightTextsIn texts;
  private final StepsIn in;
  private final byte[][] blobs;
  private final List<ByteBuffer> longs;
  private final StraightHeads heads;

  /** What may be meant again; empty where nothing is. */
  private final Object[] made;

  private int usedBlobs;
  private int usedLongs;
  private int count;

  private final int many;

  /** How many elements are still to come of the objects that are begun. */
  private long owed;

  StraightReader(Forms forms, NodeTable table, List<ByteBuffer> longs) {
    this.forms = forms;
    this.longs = longs;
    blobs = table.blobs();
    in = new StepsIn(table.steps());
    texts = new StraightTextsIn(table.texts(), in.reach());
    heads = new StraightHeads(forms);
    many = forms.names().many();
    int objects = in.objects();
    made = objects == 0 ? NONE : new Object[objects];
  }

  /** Says whether a table holds steps. */
  static boolean isStraight(NodeTable table) {
    return table.steps() != null
        && table.steps().size() > 0
        && table.texts() != null
        && table.blobs() != null;
  }

  Object read() {
    Object root = next(0);
    StepsIn.require(in.atEnd(), "an object that belongs to none");
    FieldWriter.publish();
    return root;
  }

  /** Reads an object with all that it refers to. */
  Object next(int depth) {
    final String text = texts.follows(in);
    return text == null ? next(in.number(), depth) : text;
  }

  /** Reads a value of a type, which a text has mostly at once. */
  Object value(Class<?> type, int depth) {
    if (type == String.class) {
      final String text = texts.follows(in);
      if (text != null) {
        return text;
      }
    }
    final Object value = next(in.number(), depth);
    if (value != null && !type.isInstance(value)) {
      throw TableReader.damaged("a field of another type");
    }
    return value;
  }

  private Object next(long number, int depth) {
    final long argument = number >>> Straight.BITS;
    final int step = (int) number & Straight.STEP;
    switch (step) {
      case Straight.NULL:
        return null;
      case Straight.TEXT:
        return texts.text(argument, in);
      case Straight.SAME:
        return same(argument);
      case Straight.INT:
        return (int) (argument >>> 1) ^ -(int) (argument & 1);
      case Straight.BOXED:
        return boxed((char) argument);
      case Straight.OBJECT:
        return object(heads.type(argument, in).ofObject(), depth);
      default:
        final int place = count++;
        final Object made = made(step, argument, depth);
        keep(place, made);
        return made;
    }
  }

  private Object made(int step, long argument, int depth) {
    StepsIn.require(depth <= Straight.DEEPEST, "a depth");
    return switch (step) {
      case Straight.RECORD -> record(heads.type(argument, in).of(Shape.RECORD), depth + 1);
      case Straight.PRIMITIVES -> primitives((char) argument);
      case Straight.ENUM -> TableTypes.constant(heads.type(argument, in).type(), texts.next(in));
      case Straight.ARRAY -> array(heads.type(argument, in).type(), depth + 1);
      case Straight.COLLECTION, Straight.MAP -> container(step, argument, depth + 1);
      case Straight.FORM, Straight.SHELLED ->
          form(heads.head(argument, texts, in), step == Straight.SHELLED, depth + 1);
      default -> throw StepsIn.damaged("a step");
    };
  }

  /** Keeps an object whose fields are still to come. */
  void begin(Object object) {
    keep(count++, object);
  }

  private void keep(int place, Object object) {
    if (made.length > 0) {
      StepsIn.require(place < made.length, "a number of objects");
      made[place] = object == null ? NULL : object;
    }
  }

  private Object same(long back) {
    StepsIn.require(back >= 0 && back < count && count <= made.length, "a reference");
    final Object object = made[count - 1 - (int) back];
    StepsIn.require(object != null, "a reference");
    return object == NULL ? null : object;
  }

  private byte[] blob() {
    StepsIn.require(usedBlobs < blobs.length && blobs[usedBlobs] != null, "a blob");
    return blobs[usedBlobs++];
  }

  private Object primitives(char letter) {
    long length = in.number();
    if (length > 0) {
      return in.primitives(letter, length - 1);
    }
    if (Primitives.fits(letter)) {
      StepsIn.require(usedLongs < longs.size(), "a long array");
      return Primitives.read(letter, longs.get(usedLongs++));
    }
    return ArrayBytes.array(letter, blob());
  }

  private Object boxed(char letter) {
    return Bits.boxed(letter, in.bits(letter));
  }

  /** Takes a number of elements, of each of which there must be a byte at least. */
  private int claim(long wanted) {
    StepsIn.require(wanted >= 0 && wanted <= in.left() - owed, "a number of parts");
    owed += wanted;
    return (int) wanted;
  }

  private Object element(int depth) {
    owed--;
    return next(depth);
  }

  private Object[] elements(int length, int depth) {
    if (length == 0) {
      return NONE;
    }
    Object[] all = new Object[length];
    for (int i = 0; i < length; i++) {
      all[i] = element(depth);
    }
    return all;
  }

  private Object object(StraightNames.Type type, int depth) {
    StepsIn.require(depth <= Straight.DEEPEST, "a depth");
    final Maker maker = type.maker(many);
    return maker == null
        ? FieldLoop.object(type, this, in, depth + 1)
        : maker.make(this, in, depth + 1);
  }

  private Object record(StraightNames.Type type, int depth) {
    final Maker maker = type.maker(many);
    return maker == null ? FieldLoop.record(type, this, in, depth) : maker.make(this, in, depth);
  }

  private Object array(Class<?> type, int depth) {
    StepsIn.require(
        type.isArray() && !type.getComponentType().isPrimitive(), "an array of references");
    int length = claim(in.number());
    Object[] array = (Object[]) Array.newInstance(type.getComponentType(), length);
    for (int i = 0; i < length; i++) {
      set(array, i, element(depth));
    }
    return array;
  }

  private static void set(Object[] array, int index, Object element) {
    try {
      array[index] = element;
    } catch (ArrayStoreException e) {
      throw TableReader.damaged("an element of another type");
    }
  }

  /** Hash maps and lists take their elements as they come, while they are at hand. */
  private Object container(int step, long number, int depth) {
    List<Class<?>> types =
        step == Straight.MAP ? JdkCollections.maps() : JdkCollections.collections();
    StepsIn.require(number >= 0 && number < types.size(), "a container");
    Class<?> type = types.get((int) number);
    int length = claim(in.number());
    Object container = Containers.empty(type, next(depth), length);
    if (container instanceof HashMap<?, ?> map && length % 2 == 0) {
      fill(map, length, depth);
    } else if (type == ArrayList.class) {
      fill((ArrayList<?>) container, length, depth);
    } else {
      Containers.fill(container, elements(length, depth));
    }
    return container;
  }

  @SuppressWarnings("unchecked")
  private void fill(HashMap<?, ?> map, int length, int depth) {
    for (int i = 0; i < length; i += 2) {
      Object key = element(depth);
      Containers.put((HashMap<Object, Object>) map, key, element(depth));
    }
    Containers.checkSize(map, length);
  }

  @SuppressWarnings("unchecked")
  private void fill(ArrayList<?> list, int length, int depth) {
    for (int i = 0; i < length; i++) {
      ((ArrayList<Object>) list).add(element(depth));
    }
  }

  private Object form(StraightHeads.Head head, boolean shelled, int depth) {
    Object[] parts = elements(claim(in.number()), depth);
    Object shell = shelled ? forms.shell(head.kind(), head.texts()) : null;
    StepsIn.require(shelled == (shell != null), "a kind without shells");
    Form form = new Form(head.kind().kind(), head.texts(), parts);
    return forms.rebuild(head.kind(), form, shell);
  }
}
