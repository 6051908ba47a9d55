package dev.entourage.preparer;

import java.lang.reflect.Array;

/** Those of objects with nothing inside. */
final class LeafTellers {

  private LeafTellers() {}

  static Teller of(Class<?> type, Plan plan) {
    if (type == String.class) {
      return new OfTexts(plan);
    }
    if (type == Integer.class) {
      return new OfIntegers(plan);
    }
    return type.isArray() ? new OfPrimitives(type, plan) : new OfBoxes(type, plan);
  }

  private static final class OfTexts extends Teller {

    OfTexts(Plan plan) {
      super(String.class, plan, Straight.TEXT);
    }

    @Override
    int tell(StraightWriter writer, Object value, int at, int depth) {
      return writer.texts().step(at, (String) value, writer.out());
    }
  }

  private static final class OfIntegers extends Teller {

    OfIntegers(Plan plan) {
      super(Integer.class, plan, Straight.INT);
    }

    @Override
    int tell(StraightWriter writer, Object value, int at, int depth) {
      final int number = (Integer) value;
      return writer.out().step(at, Straight.INT, (number << 1 ^ number >> 31) & 0xffff_ffffL);
    }
  }

  private static final class OfBoxes extends Teller {

    private final char letter;

    OfBoxes(Class<?> type, Plan plan) {
      super(type, plan, Straight.BOXED);
      letter = Bits.letterOfLeaf(type);
    }

    @Override
    int tell(StraightWriter writer, Object value, int at, int depth) {
      final int next = writer.out().step(at, Straight.BOXED, letter);
      return writer.out().bits(next, letter, Bits.of(value));
    }
  }

  private static final class OfPrimitives extends Teller {

    private final char letter;

    /** By how many bits a number of elements is to be shifted to be one of bytes. */
    private final int shift;

    OfPrimitives(Class<?> type, Plan plan) {
      super(type, plan, Straight.PRIMITIVES);
      letter = Bits.letterOfLeaf(type);
      shift =
          Integer.numberOfTrailingZeros(
              ArrayBytes.size(Array.newInstance(type.getComponentType(), 1), letter));
    }

    @Override
    int tell(StraightWriter writer, Object value, int at, int depth) {
      final int known = writer.meet(value, depth);
      if (known >= 0) {
        return writer.again(known, at);
      }
      final int next = writer.out().step(at, Straight.PRIMITIVES, letter);
      final int length = Array.getLength(value);
      return writer.complete(
          depth,
          length <= Straight.LONG >> shift
              ? writer.out().primitives(next, value, letter, length << shift)
              : writer.longArray(next, value, letter));
    }
  }
}
