package dev.entourage.backend.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Records: their fields, and back through the canonical constructor. */
final class RecordSerializer extends Serializer<Object> {

  private final FieldSlot[] fields;
  private final Constructor<?> constructor;
  private final References references;
  private final Cycles cycles;

  RecordSerializer(Class<?> type, References references, Cycles cycles) {
    RecordComponent[] components = type.getRecordComponents();
    this.fields =
        Arrays.stream(components).map(c -> field(type, c.getName())).toArray(FieldSlot[]::new);
    this.constructor =
        constructor(
            type, Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    this.references = references;
    this.cycles = cycles;
  }

  private static FieldSlot field(Class<?> type, String name) {
    try {
      return new FieldSlot(type.getDeclaredField(name));
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Constructor<?> constructor(Class<?> type, Class<?>[] parameters) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(parameters);
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void write(Kryo kryo, Output output, Object value) {
    int id = references.last();
    int outer = cycles.openBusy(id);
    try {
      for (FieldSlot field : fields) {
        write(kryo, output, field, value);
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
    cycles.close(id, outer);
  }

  private void write(Kryo kryo, Output output, FieldSlot field, Object value)
      throws IllegalAccessException {
    if (field.isPrimitive()) {
      field.writePrimitive(output, value);
    } else {
      references.strict();
      kryo.writeClassAndObject(output, field.field().get(value));
    }
  }

  private static Object get(FieldSlot slot, Object owner) {
    try {
      return slot.field().get(owner);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Object read(Kryo kryo, Input input, Class<? extends Object> type) {
    int id = references.last();
    int outer = cycles.openBusy(id);
    Object[] arguments = new Object[fields.length];
    boolean[] unfinished = new boolean[fields.length];
    for (int i = 0; i < arguments.length; i++) {
      if (fields[i].isPrimitive()) {
        arguments[i] = fields[i].readPrimitive(input);
      } else {
        int part = references.beginPart();
        arguments[i] = kryo.readClassAndObject(input);
        references.mustExist();
        unfinished[i] = references.unfinished(part);
      }
    }
    Object made = construct(arguments);
    checkKept(made, arguments, unfinished);
    references.exists(id, made);
    cycles.close(id, outer);
    return made;
  }

  private Object construct(Object[] arguments) {
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw new KryoException(
          "the constructor of a record failed: class=" + constructor.getDeclaringClass().getName(),
          e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new KryoException(e);
    }
  }

  /** A constructor that copies a list which is still being read loses the rest of it. */
  private void checkKept(Object made, Object[] arguments, boolean[] unfinished) {
    for (int i = 0; i < arguments.length; i++) {
      if (unfinished[i] && get(fields[i], made) != arguments[i]) {
        throw new KryoException(
            "the constructor of a record replaces a component which is still being read, in a"
                + " cycle: class="
                + constructor.getDeclaringClass().getName()
                + " component="
                + fields[i].field().getName());
      }
    }
  }
}
