package dev.entourage.backend.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.lang.reflect.Array;

/** Arrays of references. */
final class ArraySerializer extends Serializer<Object[]> {

  private final Class<?> component;
  private final References references;
  private final Cycles cycles;

  ArraySerializer(Class<?> component, References references, Cycles cycles) {
    this.component = component;
    this.references = references;
    this.cycles = cycles;
  }

  @Override
  public void write(Kryo kryo, Output output, Object[] array) {
    int id = references.last();
    int outer = cycles.open(id);
    output.writeVarInt(array.length, true);
    for (Object element : array) {
      references.slot();
      kryo.writeClassAndObject(output, element);
    }
    cycles.close(id, outer);
  }

  @Override
  public Object[] read(Kryo kryo, Input input, Class<? extends Object[]> type) {
    int id = references.last();
    int length = ((BoundedInput) input).readLength();
    Object[] array = (Object[]) Array.newInstance(component, length);
    kryo.reference(array);
    int outer = cycles.open(id);
    for (int i = 0; i < length; i++) {
      references.readInto(array, i, input);
    }
    cycles.close(id, outer);
    return array;
  }
}
