package dev.entourage.preparer;

import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What the instructions of one method read and call.
 *
 * @param isInstance whether it is called on an object
 * @param reads the static fields that it reads
 * @param calls the methods that it calls
 * @param links whether it makes lambdas or the like
 */
record MethodCode(boolean isInstance, Set<CodeRef> reads, Set<CodeRef> calls, boolean links) {

  private static final int TABLE_SWITCH = 0xaa;
  private static final int LOOKUP_SWITCH = 0xab;
  private static final int GET_STATIC = 0xb2;
  private static final int INVOKE_FIRST = 0xb6;
  private static final int INVOKE_LAST = 0xb9;
  private static final int INVOKE_DYNAMIC = 0xba;
  private static final int WIDE = 0xc4;
  private static final int IINC = 0x84;

  /** How many bytes each instruction takes from opcode 0 on; the switches and wide differ. */
  private static final String LENGTHS =
      "1".repeat(16)
          + "23233"
          + "2".repeat(5)
          + "1".repeat(28)
          + "2".repeat(5)
          + "1".repeat(73)
          + "3"
          + "1".repeat(20)
          + "3".repeat(16)
          + "2"
          + "00"
          + "1".repeat(6)
          + "3".repeat(7)
          + "55"
          + "32311"
          + "33"
          + "11"
          + "0"
          + "4"
          + "33"
          + "55";

  /** Reads the instructions in a buffer of nothing else. */
  static MethodCode read(boolean isInstance, ByteBuffer code, ConstantPool pool) {
    MethodCode method =
        new MethodCode(isInstance, new LinkedHashSet<>(), new LinkedHashSet<>(), false);
    boolean links = false;
    while (code.hasRemaining()) {
      int opcode = Byte.toUnsignedInt(code.get(code.position()));
      method.note(opcode, code, pool);
      links |= opcode == INVOKE_DYNAMIC;
      ClassFile.skip(code, length(opcode, code));
    }
    return new MethodCode(isInstance, method.reads, method.calls, links);
  }

  private void note(int opcode, ByteBuffer code, ConstantPool pool) {
    if (opcode == GET_STATIC) {
      reads.add(pool.member(operand(code)));
    } else if (opcode >= INVOKE_FIRST && opcode <= INVOKE_LAST) {
      calls.add(pool.member(operand(code)));
    }
  }

  private static int operand(ByteBuffer code) {
    return Short.toUnsignedInt(code.getShort(code.position() + 1));
  }

  private static long length(int opcode, ByteBuffer code) {
    return switch (opcode) {
      case TABLE_SWITCH -> {
        int at = padded(code);
        yield at - code.position() + 12 + 4 * cases(1L + code.getInt(at + 8) - code.getInt(at + 4));
      }
      case LOOKUP_SWITCH -> {
        int at = padded(code);
        yield at - code.position() + 8 + 8 * cases(code.getInt(at + 4));
      }
      case WIDE -> Byte.toUnsignedInt(code.get(code.position() + 1)) == IINC ? 6 : 4;
      default -> fixed(opcode);
    };
  }

  /** Fewer than none would lead back to where we came from, for ever. */
  private static long cases(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("Not a class file: cases=" + count);
    }
    return count;
  }

  /** A switch's operands begin at a multiple of four. */
  private static int padded(ByteBuffer code) {
    return (code.position() + 4) & ~3;
  }

  private static int fixed(int opcode) {
    if (opcode >= LENGTHS.length()) {
      throw new IllegalArgumentException("Not a class file: opcode=" + opcode);
    }
    return LENGTHS.charAt(opcode) - '0';
  }
}
