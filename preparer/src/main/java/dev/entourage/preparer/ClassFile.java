package dev.entourage.preparer;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What capture and closure need of a class file, read in one pass without any library: ASM costs
 * four times as much and is one more thing to carry.
 *
 * @param bytes all of it
 * @param name the binary name of the class
 * @param fields the declared fields, as name and descriptor
 * @param constants how many constants it has, the unused first one included
 * @param mentioned the binary names of all classes that its constants, descriptors, signatures and
 *     annotations name; a few may be no classes at all
 */
record ClassFile(
    byte[] bytes, String name, Set<String> fields, int constants, Set<String> mentioned) {

  private static final int MAGIC = 0xCAFEBABE;

  /**
   * Parses a class file.
   *
   * @param bytes may be anything
   * @throws IllegalArgumentException when they are no class file
   */
  static ClassFile parse(byte[] bytes) {
    return parse(bytes, SignatureNames::in);
  }

  /**
   * Parses one of many class files.
   *
   * @param bytes may be anything
   * @param reader finds the names in a descriptor or signature, which may be in several of them
   * @throws IllegalArgumentException when they are no class file
   */
  static ClassFile parse(byte[] bytes, Function<String, List<String>> reader) {
    try {
      return parse(ByteBuffer.wrap(bytes), reader);
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("Not a class file: it ends early", e);
    }
  }

  /** Reads no more than the constants: all that the names of other classes stand in. */
  static ConstantPool constants(byte[] bytes) {
    try {
      return constants(ByteBuffer.wrap(bytes));
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("Not a class file: it ends early", e);
    }
  }

  /** All texts among its constants. */
  Set<String> texts() {
    return constants(bytes).texts();
  }

  private static ConstantPool constants(ByteBuffer in) {
    if (in.getInt() != MAGIC) {
      throw new IllegalArgumentException("Not a class file: it doesn't begin like one");
    }
    in.getInt();
    return ConstantPool.read(in);
  }

  private static ClassFile parse(ByteBuffer in, Function<String, List<String>> reader) {
    ConstantPool pool = constants(in);
    in.getShort();
    String name = pool.className(u2(in)).replace('/', '.');
    in.getShort();
    skip(in, 2L * u2(in));
    return new ClassFile(
        in.array(), name, readFields(in, pool), pool.size(), pool.mentioned(reader));
  }

  private static Set<String> readFields(ByteBuffer in, ConstantPool pool) {
    Set<String> fields = new HashSet<>();
    int count = u2(in);
    for (int i = 0; i < count; i++) {
      in.getShort();
      fields.add(field(pool.text(u2(in)), pool.text(u2(in))));
      skipAttributes(in);
    }
    return fields;
  }

  /** How {@link #fields} writes a field. */
  static String field(String name, String descriptor) {
    return name.concat(" ").concat(descriptor);
  }

  private static void skipAttributes(ByteBuffer in) {
    int count = u2(in);
    for (int i = 0; i < count; i++) {
      in.getShort();
      skip(in, Integer.toUnsignedLong(in.getInt()));
    }
  }

  static int u2(ByteBuffer in) {
    return Short.toUnsignedInt(in.getShort());
  }

  static void skip(ByteBuffer in, long bytes) {
    if (bytes > in.remaining()) {
      throw new BufferUnderflowException();
    }
    in.position(in.position() + (int) bytes);
  }
}
