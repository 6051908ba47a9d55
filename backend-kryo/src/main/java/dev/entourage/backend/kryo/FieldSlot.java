package dev.entourage.backend.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** One field of an object. */
final class FieldSlot {

  /** The order in which a class file lists its fields is nowhere promised. */
  private static final Comparator<Field> BY_NAME =
      Comparator.comparing(Field::getName).thenComparing(f -> f.getType().getName());

  private final Field field;
  private final char sort;
  private final boolean primitive;

  FieldSlot(Field field) {
    this.field = field;
    sort = field.getType().descriptorString().charAt(0);
    primitive = field.getType().isPrimitive();
    field.setAccessible(true);
  }

  /** The fields that travel, those of the superclasses behind those of the subclasses. */
  static FieldSlot[] of(Class<?> type) {
    List<FieldSlot> slots = new ArrayList<>();
    for (Class<?> c = type; c != null && !Hindrances.isPlatform(c); c = c.getSuperclass()) {
      Arrays.stream(c.getDeclaredFields())
          .filter(FieldSlot::travels)
          .sorted(BY_NAME)
          .map(FieldSlot::new)
          .forEach(slots::add);
    }
    return slots.toArray(FieldSlot[]::new);
  }

  private static boolean travels(Field field) {
    return (field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0;
  }

  Field field() {
    return field;
  }

  boolean isPrimitive() {
    return primitive;
  }

  void write(Kryo kryo, References references, Output output, Object owner)
      throws IllegalAccessException {
    if (primitive) {
      writePrimitive(output, owner);
    } else {
      references.slot();
      kryo.writeClassAndObject(output, field.get(owner));
    }
  }

  void writePrimitive(Output output, Object owner) throws IllegalAccessException {
    switch (sort) {
      case 'Z' -> output.writeBoolean(field.getBoolean(owner));
      case 'B' -> output.writeByte(field.getByte(owner));
      case 'C' -> output.writeChar(field.getChar(owner));
      case 'S' -> output.writeShort(field.getShort(owner));
      case 'I' -> output.writeVarInt(field.getInt(owner), false);
      case 'J' -> output.writeVarLong(field.getLong(owner), false);
      case 'F' -> output.writeFloat(field.getFloat(owner));
      default -> output.writeDouble(field.getDouble(owner));
    }
  }

  /** Reads what {@link #writePrimitive} wrote. */
  Object readPrimitive(Input input) {
    return switch (sort) {
      case 'Z' -> input.readBoolean();
      case 'B' -> input.readByte();
      case 'C' -> input.readChar();
      case 'S' -> input.readShort();
      case 'I' -> input.readVarInt(false);
      case 'J' -> input.readVarLong(false);
      case 'F' -> input.readFloat();
      default -> input.readDouble();
    };
  }

  void read(Kryo kryo, References references, Input input, Object owner)
      throws IllegalAccessException {
    switch (sort) {
      case 'Z' -> field.setBoolean(owner, input.readBoolean());
      case 'B' -> field.setByte(owner, input.readByte());
      case 'C' -> field.setChar(owner, input.readChar());
      case 'S' -> field.setShort(owner, input.readShort());
      case 'I' -> field.setInt(owner, input.readVarInt(false));
      case 'J' -> field.setLong(owner, input.readVarLong(false));
      case 'F' -> field.setFloat(owner, input.readFloat());
      case 'D' -> field.setDouble(owner, input.readDouble());
      default -> {
        Object value = kryo.readClassAndObject(input);
        if (references.isMissing()) {
          references.await(late -> set(owner, late));
        } else {
          field.set(owner, value);
        }
      }
    }
  }

  private void set(Object owner, Object value) {
    try {
      field.set(owner, value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
