package dev.entourage.benchmarks;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import com.esotericsoftware.kryo.serializers.ClosureSerializer;
import com.esotericsoftware.kryo.serializers.MapSerializer;
import com.esotericsoftware.kryo.util.DefaultInstantiatorStrategy;
import java.lang.invoke.SerializedLambda;
import java.util.EnumMap;
import org.objenesis.strategy.StdInstantiatorStrategy;

/** Kryo with references, without registration, and with its serializer for lambdas. */
final class BareKryo implements Bare {

  private final Kryo kryo = new Kryo();
  private final Output output = new Output(1024, -1);
  private final Input input = new Input();

  BareKryo() {
    kryo.setRegistrationRequired(false);
    kryo.setReferences(true);
    kryo.setInstantiatorStrategy(new DefaultInstantiatorStrategy(new StdInstantiatorStrategy()));
    kryo.addDefaultSerializer(EnumMap.class, new EnumMaps());
    kryo.register(SerializedLambda.class);
    kryo.register(ClosureSerializer.Closure.class, new ClosureSerializer());
  }

  @Override
  public byte[] write(Object root) {
    output.reset();
    kryo.writeClassAndObject(output, root);
    return output.toBytes();
  }

  @Override
  public Object read(byte[] bytes) {
    input.setBuffer(bytes);
    return kryo.readClassAndObject(input);
  }

  /** Kryo itself can't make an enum map; this one must not be empty. */
  private static final class EnumMaps extends MapSerializer<EnumMap<?, ?>> {

    @Override
    protected void writeHeader(Kryo kryo, Output output, EnumMap<?, ?> map) {
      kryo.writeClass(output, map.keySet().iterator().next().getDeclaringClass());
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    protected EnumMap<?, ?> create(
        Kryo kryo, Input input, Class<? extends EnumMap<?, ?>> type, int size) {
      return new EnumMap(kryo.readClass(input).getType());
    }
  }
}
