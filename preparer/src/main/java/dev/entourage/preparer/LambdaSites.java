package dev.entourage.preparer;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the code of a class makes lambdas, as its class file says: it keeps what the lambdas
 * themselves don't.
 */
final class LambdaSites {

  private static final String METAFACTORY = "java.lang.invoke.LambdaMetafactory";

  private final ByteBuffer in;
  private final ConstantPool pool;
  private final List<int[]> bootstraps = new ArrayList<>();

  /**
   * One place where lambdas are made.
   *
   * @param name the method of their interface
   * @param making the descriptor of captured values and interface
   * @param erased the method's descriptor, erased
   * @param kind how the implementation is called, as in {@link java.lang.invoke.MethodHandleInfo}
   * @param implementation what is called
   * @param instantiated the method's descriptor as the lambda's type has it
   */
  record Site(
      String name,
      String making,
      String erased,
      int kind,
      CodeRef implementation,
      String instantiated) {}

  private LambdaSites(ByteBuffer in) {
    this.in = in;
    ClassFile.skip(in, 8);
    pool = ConstantPool.read(in);
  }

  /**
   * Reads a class file.
   *
   * @throws IllegalArgumentException when it is none
   */
  static List<Site> in(byte[] file) {
    try {
      return new LambdaSites(ByteBuffer.wrap(file)).read();
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("Not a class file: it ends early", e);
    }
  }

  private List<Site> read() {
    ClassFile.skip(in, 6);
    ClassFile.skip(in, 2L * ClassFile.u2(in));
    skipMembers();
    skipMembers();
    for (int left = ClassFile.u2(in); left > 0; left--) {
      String name = pool.text(ClassFile.u2(in));
      ByteBuffer content = in.slice().position(4);
      ClassFile.skip(in, Integer.toUnsignedLong(in.getInt()));
      if (name.equals("BootstrapMethods")) {
        readBootstraps(content);
      }
    }
    return pool.linkedCalls().boxed().flatMap(call -> site(call).stream()).toList();
  }

  private void skipMembers() {
    for (int left = ClassFile.u2(in); left > 0; left--) {
      ClassFile.skip(in, 6);
      for (int attributes = ClassFile.u2(in); attributes > 0; attributes--) {
        ClassFile.skip(in, 2);
        ClassFile.skip(in, Integer.toUnsignedLong(in.getInt()));
      }
    }
  }

  /** The first number of each is its method, all others its arguments. */
  private void readBootstraps(ByteBuffer content) {
    for (int left = ClassFile.u2(content); left > 0; left--) {
      int method = ClassFile.u2(content);
      int[] numbers = new int[1 + ClassFile.u2(content)];
      numbers[0] = method;
      for (int i = 1; i < numbers.length; i++) {
        numbers[i] = ClassFile.u2(content);
      }
      bootstraps.add(numbers);
    }
  }

  private List<Site> site(int call) {
    int[] numbers = bootstraps.get(pool.bootstrap(call));
    if (numbers.length < 4 || !pool.handle(numbers[0]).owner().equals(METAFACTORY)) {
      return List.of();
    }
    return List.of(
        new Site(
            pool.linkedName(call),
            pool.linkedType(call),
            pool.methodType(numbers[1]),
            pool.handleKind(numbers[2]),
            pool.handle(numbers[2]),
            pool.methodType(numbers[3])));
  }
}
