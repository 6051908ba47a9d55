package dev.entourage.backend.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;

/** Constants of enums by name: an enum of the JDK may have other numbers in another Java. */
@SuppressWarnings({"rawtypes", "unchecked"})
final class EnumSerializer extends Serializer<Enum> {

  private final Class type;

  EnumSerializer(Class<?> type) {
    this.type = type;
  }

  @Override
  public void write(Kryo kryo, Output output, Enum constant) {
    output.writeString(constant.name());
  }

  @Override
  public Enum read(Kryo kryo, Input input, Class<? extends Enum> ignored) {
    return Enum.valueOf(type, input.readString());
  }
}
