package dev.entourage.backend.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.entourage.spi.NormalForm;

/**
 * Ordinary objects by their fields. Kryo's FieldSerializer wraps each error once a level and needs
 * twice the stack.
 */
final class ObjectSerializer extends Serializer<Object> {

  private final Class<?> type;
  private final FieldSlot[] slots;
  private final NormalForm normalForm;
  private final References references;
  private final Cycles cycles;

  ObjectSerializer(Class<?> type, NormalForm normalForm, References references, Cycles cycles) {
    this.type = type;
    this.slots = FieldSlot.of(type);
    this.normalForm = normalForm;
    this.references = references;
    this.cycles = cycles;
  }

  /** Says whether objects of a class equal no others. */
  static boolean isIdentity(Class<?> type) {
    try {
      return type.getMethod("equals", Object.class).getDeclaringClass() == Object.class
          && type.getMethod("hashCode").getDeclaringClass() == Object.class;
    } catch (NoSuchMethodException | LinkageError e) {
      return false;
    }
  }

  @Override
  public void write(Kryo kryo, Output output, Object value) {
    int id = references.last();
    int outer = cycles.open(id);
    try {
      for (FieldSlot slot : slots) {
        slot.write(kryo, references, output, value);
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
    cycles.close(id, outer);
  }

  @Override
  public Object read(Kryo kryo, Input input, Class<? extends Object> ignored) {
    int id = references.last();
    Object value = normalForm.instantiate(type);
    kryo.reference(value);
    int outer = cycles.open(id);
    try {
      for (FieldSlot slot : slots) {
        slot.read(kryo, references, input, value);
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
    cycles.close(id, outer);
    return value;
  }
}
