package dev.entourage.backend.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.entourage.spi.RefusedException;

/** Stands for a class whose objects can't travel. */
final class RefusingSerializer extends Serializer<Object> {

  private final String why;

  RefusingSerializer(String why) {
    this.why = why;
  }

  @Override
  public void write(Kryo kryo, Output output, Object value) {
    throw new RefusedException(why, value);
  }

  @Override
  public Object read(Kryo kryo, Input input, Class<? extends Object> type) {
    throw new KryoException(why);
  }
}
