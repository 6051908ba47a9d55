package dev.entourage.backend.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Arrays of primitives in bulk: Kryo's own go byte by byte. */
final class PrimitiveArraySerializer extends Serializer<Object> {

  /** Their order is part of the stream. */
  static final List<Class<?>> COMPONENTS =
      List.of(
          byte.class,
          boolean.class,
          char.class,
          short.class,
          int.class,
          float.class,
          long.class,
          double.class);

  private static final int[] WIDTHS = {1, 1, 2, 2, 4, 4, 8, 8};

  private final Class<?> component;
  private final int width;

  PrimitiveArraySerializer(Class<?> component) {
    this.component = component;
    this.width = WIDTHS[COMPONENTS.indexOf(component)];
  }

  @Override
  public void write(Kryo kryo, Output output, Object array) {
    int length = Math.multiplyExact(Array.getLength(array), width);
    output.writeVarInt(length, true);
    put(((RoomyOutput) output).claim(length), array);
  }

  private static void put(ByteBuffer bytes, Object array) {
    if (array instanceof byte[] a) {
      bytes.put(a);
    } else if (array instanceof int[] a) {
      bytes.asIntBuffer().put(a);
    } else if (array instanceof long[] a) {
      bytes.asLongBuffer().put(a);
    } else if (array instanceof double[] a) {
      bytes.asDoubleBuffer().put(a);
    } else if (array instanceof float[] a) {
      bytes.asFloatBuffer().put(a);
    } else if (array instanceof char[] a) {
      bytes.asCharBuffer().put(a);
    } else if (array instanceof short[] a) {
      bytes.asShortBuffer().put(a);
    } else {
      put(bytes, (boolean[]) array);
    }
  }

  private static void put(ByteBuffer bytes, boolean[] array) {
    for (boolean element : array) {
      bytes.put((byte) (element ? 1 : 0));
    }
  }

  @Override
  public Object read(Kryo kryo, Input input, Class<? extends Object> type) {
    int length = ((BoundedInput) input).readLength();
    if (component == byte.class) {
      return ((BoundedInput) input).readClaimed(length);
    }
    ByteBuffer bytes = ByteBuffer.wrap(input.getBuffer(), input.position(), length);
    input.skip(length);
    return toArray(bytes.slice().order(ByteOrder.LITTLE_ENDIAN), length / width);
  }

  private Object toArray(ByteBuffer bytes, int length) {
    Object array = Array.newInstance(component, length);
    if (array instanceof int[] a) {
      bytes.asIntBuffer().get(a);
    } else if (array instanceof long[] a) {
      bytes.asLongBuffer().get(a);
    } else if (array instanceof double[] a) {
      bytes.asDoubleBuffer().get(a);
    } else if (array instanceof float[] a) {
      bytes.asFloatBuffer().get(a);
    } else if (array instanceof char[] a) {
      bytes.asCharBuffer().get(a);
    } else if (array instanceof short[] a) {
      bytes.asShortBuffer().get(a);
    } else {
      get(bytes, (boolean[]) array);
    }
    return array;
  }

  private static void get(ByteBuffer bytes, boolean[] array) {
    for (int i = 0; i < array.length; i++) {
      array[i] = bytes.get() != 0;
    }
  }
}
