package dev.entourage.preparer;

import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What the instructions of one method read and call.
 *
 * @param isInstance whether it is called on an object
 * @param reads the static fields that it reads
 * @param calls the methods that it calls by their very name
 * @param virtual the methods that it calls on an object, which its class may override
 * @param links the bootstraps of the lambdas and the like that it makes
 * @param faces the types of what these make
 * @param computes whether it loads a method handle, or a constant that code makes
 */
record MethodCode(
    boolean isInstance,
    Set<CodeRef> reads,
    Set<CodeRef> calls,
    Set<CodeRef> virtual,
    Set<Integer> links,
    Set<String> faces,
    boolean computes) {

  private static final int LDC = 0x12;
  private static final int LDC_LAST = 0x14;
  private static final int TABLE_SWITCH = 0xaa;
  private static final int LOOKUP_SWITCH = 0xab;
  private static final int GET_STATIC = 0xb2;
  private static final int INVOKE_VIRTUAL = 0xb6;
  private static final int INVOKE_SPECIAL = 0xb7;
  private static final int INVOKE_STATIC = 0xb8;
  private static final int INVOKE_INTERFACE = 0xb9;
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
    MethodCode method = empty(isInstance, false);
    boolean computes = false;
    while (code.hasRemaining()) {
      int opcode = Byte.toUnsignedInt(code.get(code.position()));
      method.note(opcode, code, pool);
      computes |= opcode >= LDC && opcode <= LDC_LAST && pool.isCode(loaded(opcode, code));
      ClassFile.skip(code, length(opcode, code));
    }
    return new MethodCode(
        isInstance,
        method.reads,
        method.calls,
        method.virtual,
        method.links,
        method.faces,
        computes);
  }

  private static MethodCode empty(boolean isInstance, boolean computes) {
    return new MethodCode(
        isInstance,
        new LinkedHashSet<>(),
        new LinkedHashSet<>(),
        new LinkedHashSet<>(),
        new LinkedHashSet<>(),
        new LinkedHashSet<>(),
        computes);
  }

  private void note(int opcode, ByteBuffer code, ConstantPool pool) {
    switch (opcode) {
      case GET_STATIC -> reads.add(pool.member(operand(code)));
      case INVOKE_SPECIAL, INVOKE_STATIC -> calls.add(pool.member(operand(code)));
      case INVOKE_VIRTUAL, INVOKE_INTERFACE -> virtual.add(pool.member(operand(code)));
      case INVOKE_DYNAMIC -> {
        links.add(pool.bootstrap(operand(code)));
        faces.add(pool.linkedType(operand(code)));
      }
      default -> {}
    }
  }

  private static int loaded(int opcode, ByteBuffer code) {
    return opcode == LDC ? Byte.toUnsignedInt(code.get(code.position() + 1)) : operand(code);
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
