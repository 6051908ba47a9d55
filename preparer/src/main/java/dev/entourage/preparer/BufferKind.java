package dev.entourage.preparer;

import java.lang.reflect.Field;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;

/**
 * Buffers over an array, which they share on the other side as they do here. Their mark is lost.
 */
final class BufferKind implements FormKind {

  private static final String KIND = "buffer";
  private static final String HEAP = "java.nio.Heap";
  private static final String READ_ONLY = "R";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean takes(Class<?> type) {
    return isOverArray(type);
  }

  /** Says whether a buffer is no more than a window on an array. */
  static boolean isOverArray(Class<?> type) {
    return type.getName().startsWith(HEAP)
        && Buffer.class.isAssignableFrom(type)
        && JdkFields.areOpen();
  }

  @Override
  public Form form(Object value) {
    Buffer buffer = (Buffer) value;
    Object array = null;
    int offset = 0;
    for (Field field : JdkFields.of(value.getClass())) {
      if (field.getName().equals("hb")) {
        array = FieldAccess.read(field, value);
      } else if (field.getName().equals("offset")) {
        offset = (int) FieldAccess.read(field, value);
      }
    }
    boolean big = !(value instanceof ByteBuffer bytes) || bytes.order() == ByteOrder.BIG_ENDIAN;
    return new Form(
        KIND,
        new String[] {big ? "big" : "little", buffer.isReadOnly() ? READ_ONLY : ""},
        new Object[] {
          array, new int[] {offset, buffer.capacity(), buffer.position(), buffer.limit()}
        });
  }

  @Override
  public String label(Form form, int part) {
    return part == 0 ? "array" : "bounds";
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    int[] bounds = Heads.part(form, 1, int[].class);
    if (bounds.length != 4) {
      throw Heads.damaged(KIND);
    }
    Buffer all = wrap(Heads.part(form, 0));
    all.position(bounds[0]).limit(Math.addExact(bounds[0], bounds[1]));
    Buffer buffer = all.slice();
    if (Heads.text(form, 1).equals(READ_ONLY)) {
      buffer = readOnly(buffer);
    }
    buffer.limit(bounds[3]).position(bounds[2]);
    if (buffer instanceof ByteBuffer bytes && Heads.text(form, 0).equals("little")) {
      bytes.order(ByteOrder.LITTLE_ENDIAN);
    }
    return buffer;
  }

  private static Buffer wrap(Object array) {
    if (array instanceof byte[] bytes) {
      return ByteBuffer.wrap(bytes);
    } else if (array instanceof char[] chars) {
      return CharBuffer.wrap(chars);
    } else if (array instanceof short[] shorts) {
      return ShortBuffer.wrap(shorts);
    } else if (array instanceof int[] ints) {
      return IntBuffer.wrap(ints);
    } else if (array instanceof long[] longs) {
      return LongBuffer.wrap(longs);
    } else if (array instanceof float[] floats) {
      return FloatBuffer.wrap(floats);
    } else if (array instanceof double[] doubles) {
      return DoubleBuffer.wrap(doubles);
    }
    throw Heads.damaged(KIND);
  }

  private static Buffer readOnly(Buffer buffer) {
    if (buffer instanceof ByteBuffer bytes) {
      return bytes.asReadOnlyBuffer();
    } else if (buffer instanceof CharBuffer chars) {
      return chars.asReadOnlyBuffer();
    } else if (buffer instanceof ShortBuffer shorts) {
      return shorts.asReadOnlyBuffer();
    } else if (buffer instanceof IntBuffer ints) {
      return ints.asReadOnlyBuffer();
    } else if (buffer instanceof LongBuffer longs) {
      return longs.asReadOnlyBuffer();
    } else if (buffer instanceof FloatBuffer floats) {
      return floats.asReadOnlyBuffer();
    }
    return ((DoubleBuffer) buffer).asReadOnlyBuffer();
  }
}
