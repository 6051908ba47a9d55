package dev.entourage.preparer;

/** Reads objects and records of any class, one field after the other. */
final class FieldLoop {

  private FieldLoop() {}

  static Object object(StraightNames.Type type, StraightReader reader, StepsIn in, int depth) {
    final FieldWriter writer = type.writer();
    final Object object = type.blank();
    reader.begin(object);
    final int references = type.order().references();
    in.fields(object, writer, references);
    for (int field = 0; field < references; field++) {
      writer.write(object, field, reader.next(depth));
    }
    return object;
  }

  static Object record(StraightNames.Type type, StraightReader reader, StepsIn in, int depth) {
    final FieldOrder order = type.order();
    final int[] places = order.places();
    Object[] components = new Object[places.length];
    for (int i = order.references(); i < places.length; i++) {
      final char letter = order.reader().letter(i);
      components[places[i]] = Bits.boxed(letter, in.bits(letter));
    }
    for (int i = 0; i < order.references(); i++) {
      components[places[i]] = reader.next(depth);
    }
    return FieldsKind.construct(order.layout(), components);
  }
}
