package dev.entourage.preparer;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The constant pool of a class file: where its entries begin. */
final class ConstantPool {

  private static final int UTF8 = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int CLASS = 7;
  private static final int NAME_AND_TYPE = 12;
  private static final int HANDLE = 15;
  private static final int METHOD_TYPE = 16;
  private static final int CONSTANT_DYNAMIC = 17;
  private static final int INVOKE_DYNAMIC = 18;

  /** A tag and two bytes; what takes two numbers is longer. */
  private static final int SMALLEST = 3;

  /** What a decoder puts in place of bytes that are no UTF-8. */
  private static final int BROKEN = 0xfffd;

  /** An array: a thousand pools are read while the JVM still interprets, and each call counts. */
  private final byte[] file;

  private final byte[] tags;
  private final int[] positions;

  private ConstantPool(byte[] file, int count) {
    this.file = file;
    this.tags = new byte[count];
    this.positions = new int[count];
  }

  /** Reads the pool and leaves the buffer, which wraps a whole array, behind it. */
  static ConstantPool read(ByteBuffer in) {
    int count = ClassFile.u2(in);
    if (count > 1 + in.remaining() / SMALLEST) {
      throw new BufferUnderflowException();
    }
    ConstantPool pool = new ConstantPool(in.array(), count);
    in.position(pool.read(in.position(), in.limit()));
    return pool;
  }

  /** Returns where the pool ends. */
  private int read(int from, int end) {
    int at = from;
    for (int i = 1; i < tags.length; i++) {
      // Each has a tag and two bytes at least.
      if (end - at < SMALLEST) {
        throw new BufferUnderflowException();
      }
      byte tag = file[at];
      tags[i] = tag;
      positions[i] = at + 1;
      at += 1 + (tag == UTF8 ? 2 + u2(at + 1) : size(tag));
      if (at > end) {
        throw new BufferUnderflowException();
      }
      if (tag == LONG || tag == DOUBLE) {
        // It takes two numbers.
        i++;
      }
    }
    return at;
  }

  private static int size(byte tag) {
    return switch (tag) {
      case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
      case LONG, DOUBLE -> 8;
      case CLASS, 8, 16, 19, 20 -> 2;
      case 15 -> 3;
      default -> throw new IllegalArgumentException("Not a class file: constant tag=" + tag);
    };
  }

  private int u2(int at) {
    return (file[at] & 0xff) << 8 | file[at + 1] & 0xff;
  }

  /** How many there are, as class files count them: from one on, and one too many. */
  int size() {
    return tags.length;
  }

  /** All texts. */
  Set<String> texts() {
    return IntStream.range(1, tags.length)
        .filter(i -> tags[i] == UTF8)
        .mapToObj(this::text)
        .collect(Collectors.toSet());
  }

  /** The internal name in a class entry. */
  String className(int index) {
    check(index, CLASS);
    return text(u2(positions[index]));
  }

  /** The text of a UTF-8 entry. */
  String text(int index) {
    check(index, UTF8);
    int length = u2(positions[index]);
    return decode(file, positions[index] + 2, length);
  }

  /** Where a field, a method or a handle leads. */
  CodeRef member(int index) {
    if (index <= 0 || index >= tags.length || tags[index] < 9 || tags[index] > 11) {
      throw new IllegalArgumentException("Not a class file: constant=" + index);
    }
    int pair = u2(positions[index] + 2);
    check(pair, NAME_AND_TYPE);
    return new CodeRef(
        className(u2(positions[index])).replace('/', '.'),
        text(u2(positions[pair])),
        text(u2(positions[pair] + 2)));
  }

  /** What the handles lead to: bodies of lambdas, and methods that are referred to. */
  Set<CodeRef> handles() {
    Set<CodeRef> found = new LinkedHashSet<>();
    for (int i = 1; i < tags.length; i++) {
      if (tags[i] == HANDLE) {
        found.add(handle(i));
      }
    }
    return found;
  }

  /** Where a handle leads. */
  CodeRef handle(int index) {
    check(index, HANDLE);
    return member(u2(positions[index] + 1));
  }

  /** How a handle calls what it leads to, as in {@link java.lang.invoke.MethodHandleInfo}. */
  int handleKind(int index) {
    check(index, HANDLE);
    return Byte.toUnsignedInt(file[positions[index]]);
  }

  /** The descriptor in a method type. */
  String methodType(int index) {
    check(index, METHOD_TYPE);
    return text(u2(positions[index]));
  }

  boolean isHandle(int index) {
    return has(index, HANDLE);
  }

  /** Says whether a constant is a handle, or made by code that its bootstrap names. */
  boolean isCode(int index) {
    return has(index, HANDLE) || has(index, CONSTANT_DYNAMIC);
  }

  /** The number of the bootstrap that links a call. */
  int bootstrap(int call) {
    check(call, INVOKE_DYNAMIC);
    return u2(positions[call]);
  }

  /** The descriptor of a call that a bootstrap links. */
  String linkedType(int call) {
    return text(u2(positions[linkedPair(call)] + 2));
  }

  /** The name that a bootstrap is given to link a call. */
  String linkedName(int call) {
    return text(u2(positions[linkedPair(call)]));
  }

  private int linkedPair(int call) {
    check(call, INVOKE_DYNAMIC);
    int pair = u2(positions[call] + 2);
    check(pair, NAME_AND_TYPE);
    return pair;
  }

  /** The numbers of all calls that bootstraps link. */
  IntStream linkedCalls() {
    return IntStream.range(1, tags.length).filter(i -> tags[i] == INVOKE_DYNAMIC);
  }

  private void check(int index, int tag) {
    if (!has(index, tag)) {
      throw new IllegalArgumentException("Not a class file: constant=" + index);
    }
  }

  private boolean has(int index, int tag) {
    return index > 0 && index < tags.length && tags[index] == tag;
  }

  /** Class entries, and all texts that read like descriptors or signatures. */
  Set<String> mentioned(Function<String, List<String>> reader) {
    MentionedNames names = new MentionedNames(reader);
    mentioned(names);
    return names.all();
  }

  /** Adds the same to what other class files mention. */
  void mentioned(MentionedNames names) {
    for (int i = 1; i < tags.length; i++) {
      if (tags[i] == CLASS) {
        names.addClass(className(i));
      } else if (tags[i] == UTF8 && beginsLikeSignature(i)) {
        names.addSignature(text(i));
      }
    }
  }

  private boolean beginsLikeSignature(int index) {
    int length = u2(positions[index]);
    return length > 2 && "L[(<".indexOf(file[positions[index] + 2]) >= 0;
  }

  /** Nearly all are ASCII, which the JVM checks faster than we: others look shorter, or broken. */
  private static String decode(byte[] bytes, int from, int length) {
    String text = new String(bytes, from, length, StandardCharsets.UTF_8);
    return text.length() == length && text.indexOf(BROKEN) < 0
        ? text
        : decodeModified(bytes, from - 2, length + 2);
  }

  private static String decodeModified(byte[] bytes, int from, int length) {
    try {
      return new DataInputStream(new ByteArrayInputStream(bytes, from, length)).readUTF();
    } catch (IOException e) {
      throw new IllegalArgumentException("Not a class file: a broken text", e);
    }
  }
}
