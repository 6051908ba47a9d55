package dev.entourage.preparer;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The methods of a class file.
 *
 * @param methods by name and descriptor
 * @param handles where its method handles lead
 * @param bootstraps where the handles lead that each bootstrap is given: the bodies of lambdas
 */
record ClassCode(
    Map<String, MethodCode> methods, Set<CodeRef> handles, List<Set<CodeRef>> bootstraps) {

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
    return new ClassCode(methods, pool.handles(), bootstraps(in, pool));
  }

  /** Where the lambdas lead that a method makes. */
  Set<CodeRef> linked(MethodCode method) {
    if (method.computes()) {
      return handles;
    }
    Set<CodeRef> found = new LinkedHashSet<>();
    for (int link : method.links()) {
      found.addAll(link < bootstraps.size() ? bootstraps.get(link) : handles);
    }
    return found;
  }

  private static List<Set<CodeRef>> bootstraps(ByteBuffer in, ConstantPool pool) {
    List<Set<CodeRef>> found = new ArrayList<>();
    for (int left = ClassFile.u2(in); left > 0; left--) {
      boolean isBootstraps = name(in, pool).equals("BootstrapMethods");
      ByteBuffer content = attribute(in);
      if (isBootstraps) {
        for (int methods = ClassFile.u2(content); methods > 0; methods--) {
          found.add(bootstrap(content, pool));
        }
      }
    }
    return found;
  }

  private static Set<CodeRef> bootstrap(ByteBuffer in, ConstantPool pool) {
    Set<CodeRef> found = new LinkedHashSet<>();
    ClassFile.skip(in, 2);
    for (int arguments = ClassFile.u2(in); arguments > 0; arguments--) {
      int argument = ClassFile.u2(in);
      if (pool.isHandle(argument)) {
        found.add(pool.handle(argument));
      } else if (pool.isCode(argument)) {
        found.addAll(pool.handles());
      }
    }
    return found;
  }

  private static String name(ByteBuffer attribute, ConstantPool pool) {
    return pool.text(Short.toUnsignedInt(attribute.getShort(attribute.position())));
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
      boolean isCode = name(in, pool).equals("Code");
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
