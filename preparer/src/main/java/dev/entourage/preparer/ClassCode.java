package dev.entourage.preparer;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The methods of a class file.
 *
 * @param methods by name and descriptor
 * @param handles where its method handles lead
 */
record ClassCode(Map<String, MethodCode> methods, Set<CodeRef> handles) {

  private static final int STATIC = 0x0008;

  /**
   * Reads a class file.
   *
   * @param bytes may be anything: {@link ClassFile} doesn't look into methods
   * @throws IllegalArgumentException when they are no class file
   */
  static ClassCode of(byte[] bytes) {
    try {
      return read(ByteBuffer.wrap(bytes));
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("Not a class file: it ends early", e);
    }
  }

  private static ClassCode read(ByteBuffer in) {
    ClassFile.skip(in, 8);
    ConstantPool pool = ConstantPool.read(in);
    ClassFile.skip(in, 6);
    ClassFile.skip(in, 2L * ClassFile.u2(in));
    skipFields(in);
    Map<String, MethodCode> methods = new LinkedHashMap<>();
    for (int left = ClassFile.u2(in); left > 0; left--) {
      readMethod(in, pool, methods);
    }
    return new ClassCode(methods, pool.handles());
  }

  private static void skipFields(ByteBuffer in) {
    for (int left = ClassFile.u2(in); left > 0; left--) {
      ClassFile.skip(in, 6);
      for (int attributes = ClassFile.u2(in); attributes > 0; attributes--) {
        attribute(in);
      }
    }
  }

  private static void readMethod(
      ByteBuffer in, ConstantPool pool, Map<String, MethodCode> methods) {
    boolean isInstance = (in.getShort() & STATIC) == 0;
    String signature = pool.text(ClassFile.u2(in)) + pool.text(ClassFile.u2(in));
    for (int left = ClassFile.u2(in); left > 0; left--) {
      boolean isCode = pool.text(Short.toUnsignedInt(in.getShort(in.position()))).equals("Code");
      ByteBuffer content = attribute(in);
      if (isCode) {
        methods.put(signature, MethodCode.read(isInstance, instructions(content), pool));
      }
    }
  }

  private static ByteBuffer instructions(ByteBuffer code) {
    code.getInt();
    int length = code.getInt();
    return code.slice(code.position(), Math.min(length, code.remaining()));
  }

  private static ByteBuffer attribute(ByteBuffer in) {
    in.getShort();
    int length = in.getInt();
    ByteBuffer content = in.slice();
    ClassFile.skip(in, Integer.toUnsignedLong(length));
    return content.limit(length);
  }
}
