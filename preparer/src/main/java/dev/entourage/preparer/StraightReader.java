package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import dev.entourage.spi.Form;
import dev.entourage.spi.NodeTable;
import java.lang.reflect.Array;
import java.util.Arrays;

/**
 * Makes the graph of {@link Straight} steps that may be hostile. Each step takes numbers that are
 * there, and objects that are there, so none costs more than its own size.
 */
final class StraightReader {

  private static final Object[] NONE = {};

  private final Forms forms;
  private final String[] texts;
  private final long[] values;
  private final byte[][] blobs;
  private final StraightHeads heads;

  /** What may be meant again; empty where nothing is. */
  private final Object[] made;

  private Object[] stack = new Object[64];
  private int size;
  private int at;
  private int usedTexts;
  private int usedBlobs;
  private int count;

  StraightReader(Forms forms, NodeTable table) {
    this.forms = forms;
    texts = table.texts();
    values = table.values();
    blobs = table.blobs();
    heads = new StraightHeads(forms);
    int objects = table.rows()[1];
    require(objects >= 0 && objects <= values.length, "a number of objects");
    made = objects == 0 ? NONE : new Object[objects];
  }

  /** Says whether a table holds steps. */
  static boolean isStraight(NodeTable table) {
    return table.rows() != null
        && table.rows().length == 2
        && table.rows()[0] == Straight.MARK
        && table.texts() != null
        && table.values() != null
        && table.blobs() != null;
  }

  Object read() {
    while (at < values.length) {
      long value = values[at++];
      step((int) value & Straight.STEP, value >> Straight.BITS);
    }
    require(size == 1, "an object that belongs to none");
    FieldWriter.publish();
    return stack[0];
  }

  private void step(int step, long argument) {
    switch (step) {
      case Straight.NULL -> push(null);
      case Straight.TEXT -> push(text(usedTexts - argument));
      case Straight.SAME -> push(same(argument));
      case Straight.INT -> push((int) argument);
      case Straight.BOXED -> push(Bits.boxed((char) argument, next()));
      case Straight.OBJECT -> make(object(heads.object(argument)));
      case Straight.RECORD -> make(record(heads.record(argument)));
      case Straight.PRIMITIVES -> make(primitives((char) argument, blob()));
      case Straight.ENUM -> make(TableTypes.constant(heads.type(argument), text(next())));
      case Straight.ARRAY -> make(array(heads.type(argument)));
      case Straight.COLLECTION, Straight.MAP -> make(container(heads.type(argument)));
      case Straight.FORM, Straight.SHELLED ->
          make(form(heads.head(argument), step == Straight.SHELLED));
      case Straight.TYPE -> heads.addType(text(argument), next());
      default -> addHead(text(argument));
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
      require(count < made.length, "a number of objects");
      made[count++] = object;
    }
  }

  private Object same(long back) {
    require(back >= 0 && back < count, "a reference");
    return made[count - 1 - (int) back];
  }

  private long next() {
    require(at < values.length, "its end");
    return values[at++];
  }

  /** Returns a text that was used, or the one behind these. */
  private String text(long number) {
    require(number >= 0 && number <= usedTexts && number < texts.length, "a text");
    usedTexts = Math.max(usedTexts, (int) number + 1);
    String text = texts[(int) number];
    require(text != null, "a text");
    return text;
  }

  private byte[] blob() {
    require(usedBlobs < blobs.length && blobs[usedBlobs] != null, "a blob");
    return blobs[usedBlobs++];
  }

  /** Each blob is taken once, so one of bytes needs no copy. */
  private static Object primitives(char letter, byte[] blob) {
    return letter == 'B' ? blob : Bits.array(letter, blob);
  }

  /** Takes objects from the stack; the first of them is at {@link #size} then. */
  private int take(long wanted) {
    require(wanted >= 0 && wanted <= size, "a number of parts");
    size -= (int) wanted;
    return (int) wanted;
  }

  private Object[] taken(long wanted) {
    int length = take(wanted);
    return length == 0 ? NONE : Arrays.copyOfRange(stack, size, size + length);
  }

  private Object object(StraightHeads.Type type) {
    FieldOrder order = type.order();
    FieldWriter writer = order.layout().writer();
    Object made = type.blank();
    int[] references = order.references();
    take(references.length);
    for (int i = 0; i < references.length; i++) {
      writer.write(made, references[i], stack[size + i]);
    }
    for (int field : order.primitives()) {
      writer.bits(made, field, next());
    }
    return made;
  }

  private Object record(StraightHeads.Type type) {
    FieldOrder order = type.order();
    Object[] components = new Object[order.layout().fields.length];
    int[] references = order.references();
    take(references.length);
    for (int i = 0; i < references.length; i++) {
      components[references[i]] = stack[size + i];
    }
    FieldReader reader = order.reader();
    for (int field : order.primitives()) {
      components[field] = Bits.boxed(reader.letter(field), next());
    }
    return FieldsKind.construct(order.layout(), components);
  }

  private Object array(Class<?> type) {
    require(type.isArray() && !type.getComponentType().isPrimitive(), "an array of references");
    int length = take(next());
    Object[] array = (Object[]) Array.newInstance(type.getComponentType(), length);
    try {
      System.arraycopy(stack, size, array, 0, length);
    } catch (ArrayStoreException e) {
      throw damaged("an element of another type");
    }
    return array;
  }

  private Object container(Class<?> type) {
    Object[] elements = taken(next());
    take(1);
    Object container = Containers.empty(type, stack[size]);
    Containers.fill(container, elements);
    return container;
  }

  private Object form(StraightHeads.Head head, boolean shelled) {
    Object[] parts = taken(next());
    Object shell = shelled ? forms.shell(head.kind(), head.texts()) : null;
    require(shelled == (shell != null), "a kind without shells");
    Form form = new Form(head.kind().kind(), head.texts(), parts);
    return forms.rebuild(head.kind(), form, shell);
  }

  private void addHead(String kind) {
    long length = next();
    require(length >= 0 && length <= values.length - at, "a head");
    String[] head = new String[(int) length];
    for (int i = 0; i < head.length; i++) {
      long text = next();
      head[i] = text == -1 ? null : text(text);
    }
    heads.addHead(kind, head);
  }

  static void require(boolean fine, String what) {
    if (!fine) {
      throw damaged(what);
    }
  }

  private static MarshallingException damaged(String what) {
    return new MarshallingException("The bytes are damaged: in the steps of objects, " + what);
  }
}
