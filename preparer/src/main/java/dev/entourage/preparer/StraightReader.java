package dev.entourage.preparer;

import dev.entourage.preparer.Plan.Shape;
import dev.entourage.spi.NodeTable;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the graph of {@link Straight} steps that may be hostile. Each step takes numbers that are
 * there, and objects that are there, so none costs more than its own size.
 */
final class StraightReader {

  private static final Object[] NONE = {};

  private final Forms forms;
  private final String[] texts;
  private final StepsIn in;
  private final byte[][] blobs;
  private final List<ByteBuffer> longs;
  private final StraightHeads heads;

  /** What may be meant again; empty where nothing is. */
  private final Object[] made;

  private Object[] stack = new Object[64];
  private int size;
  private String[] shortTexts = new String[16];
  private int usedTexts;
  private int usedBlobs = 1;
  private int usedLongs;
  private int count;

  StraightReader(Forms forms, NodeTable table, List<ByteBuffer> longs) {
    this.forms = forms;
    this.longs = longs;
    texts = table.texts();
    blobs = table.blobs();
    StepsIn.require(blobs.length > 0 && blobs[0] != null, "its beginning");
    in = new StepsIn(blobs[0]);
    heads = new StraightHeads(forms);
    int objects = table.rows()[1];
    StepsIn.require(objects >= 0 && objects <= in.left(), "a number of objects");
    made = objects == 0 ? NONE : new Object[objects];
  }

  /** Says whether a table holds steps. */
  static boolean isStraight(NodeTable table) {
    return table.rows() != null
        && table.rows().length == 2
        && table.rows()[0] == Straight.MARK
        && table.texts() != null
        && table.blobs() != null;
  }

  Object read() {
    while (!in.atEnd()) {
      long number = in.number();
      step((int) number & Straight.STEP, number >>> Straight.BITS);
    }
    StepsIn.require(size == 1, "an object that belongs to none");
    FieldWriter.publish();
    return stack[0];
  }

  private void step(int step, long argument) {
    switch (step) {
      case Straight.NULL -> push(null);
      case Straight.TEXT -> push(text());
      case Straight.SAME -> push(same(argument));
      case Straight.INT -> push((int) (argument >>> 1) ^ -(int) (argument & 1));
      case Straight.BOXED -> push(boxed((char) argument));
      case Straight.OBJECT -> make(object(heads.type(argument).of(Shape.OBJECT)));
      case Straight.RECORD -> make(record(heads.type(argument).of(Shape.RECORD)));
      case Straight.PRIMITIVES -> make(primitives((char) argument));
      case Straight.ENUM -> make(TableTypes.constant(heads.type(argument).type(), text()));
      case Straight.ARRAY -> make(array(heads.type(argument).type()));
      case Straight.COLLECTION, Straight.MAP -> make(container(heads.type(argument).type()));
      case Straight.FORM, Straight.SHELLED ->
          make(form(heads.head(argument), step == Straight.SHELLED));
      case Straight.TYPE -> heads.addType(in);
      default -> addHead(text());
    }
  }

  private void push(Object object) {
    if (size == stack.length) {
      stack = Arrays.copyOf(stack, 2 * size);
    }
    stack[size++] = object;
  }

  private void make(Object object) {
    push(object);
    if (made.length > 0) {
      StepsIn.require(count < made.length, "a number of objects");
      made[count++] = object;
    }
  }

  private Object same(long back) {
    StepsIn.require(back >= 0 && back < count, "a reference");
    return made[count - 1 - (int) back];
  }

  /** Reads a text, which may be one that was used; null only where a head has none. */
  private String text() {
    long number = in.number();
    if (number == 0) {
      return add(in.text());
    }
    long which = number >>> 1;
    if ((number & 1) == 0) {
      StepsIn.require(which <= usedTexts, "a text");
      return shortTexts[usedTexts - (int) which];
    }
    if (which == 0) {
      return null;
    }
    StepsIn.require(which <= texts.length, "a text");
    String text = texts[(int) which - 1];
    StepsIn.require(text != null, "a text");
    return text;
  }

  private String add(String text) {
    if (usedTexts == shortTexts.length) {
      shortTexts = Arrays.copyOf(shortTexts, 2 * usedTexts);
    }
    shortTexts[usedTexts++] = text;
    return text;
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

  /** Takes objects from the stack; the first of them is at {@link #size} then. */
  private int take(long wanted) {
    StepsIn.require(wanted >= 0 && wanted <= size, "a number of parts");
    size -= (int) wanted;
    return (int) wanted;
  }

  private Object[] taken(long wanted) {
    int length = take(wanted);
    return length == 0 ? NONE : Arrays.copyOfRange(stack, size, size + length);
  }

  private Object object(StraightNames.Type type) {
    FieldOrder order = type.order();
    FieldWriter writer = type.writer();
    Object made = type.blank();
    int[] references = order.references();
    take(references.length);
    for (int i = 0; i < references.length; i++) {
      writer.write(made, references[i], stack[size + i]);
    }
    in.fields(made, writer, order.primitives());
    return made;
  }

  private Object record(StraightNames.Type type) {
    FieldOrder order = type.order();
    Object[] components = new Object[order.layout().fields.length];
    int[] references = order.references();
    take(references.length);
    for (int i = 0; i < references.length; i++) {
      components[references[i]] = stack[size + i];
    }
    FieldReader reader = order.reader();
    for (int field : order.primitives()) {
      components[field] = boxed(reader.letter(field));
    }
    return FieldsKind.construct(order.layout(), components);
  }

  private Object array(Class<?> type) {
    StepsIn.require(
        type.isArray() && !type.getComponentType().isPrimitive(), "an array of references");
    int length = take(in.number());
    Object[] array = (Object[]) Array.newInstance(type.getComponentType(), length);
    try {
      System.arraycopy(stack, size, array, 0, length);
    } catch (ArrayStoreException e) {
      throw TableReader.damaged("an element of another type");
    }
    return array;
  }

  private Object container(Class<?> type) {
    Object[] elements = taken(in.number());
    take(1);
    Object container = Containers.empty(type, stack[size], elements);
    Containers.fill(container, elements);
    return container;
  }

  private Object form(StraightHeads.Head head, boolean shelled) {
    Object[] parts = taken(in.number());
    Object shell = shelled ? forms.shell(head.kind(), head.texts()) : null;
    StepsIn.require(shelled == (shell != null), "a kind without shells");
    Form form = new Form(head.kind().kind(), head.texts(), parts);
    return forms.rebuild(head.kind(), form, shell);
  }

  private void addHead(String kind) {
    String[] head = new String[in.length()];
    for (int i = 0; i < head.length; i++) {
      head[i] = text();
    }
    heads.addHead(kind, head);
  }
}
