package dev.entourage.backend.kryo;

import com.esotericsoftware.kryo.io.Output;
import com.esotericsoftware.minlog.Log;
import dev.entourage.spi.Marshaller;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.SerializationBackend;
import java.util.List;

/**
 * Encodes object graphs with the output and input of Kryo 5.6. Any graph that the normal form can
 * lay out as a table travels. Needs no JVM options and prints no warnings. Thread-safe.
 *
 * <p>Kryo's own serializers are not used: they lose what the normal form replaces unless each is
 * replaced too, and then they are half as fast.
 *
 * @since 0.1
 */
public final class KryoBackend implements SerializationBackend {

  static {
    Unsafe.keepAway();
  }

  /** Makes the backend; for {@link java.util.ServiceLoader}. */
  public KryoBackend() {}

  @Override
  public String id() {
    return "kryo";
  }

  @Override
  public Marshaller marshaller(NormalForm normalForm) {
    return new KryoMarshaller(normalForm);
  }

  @Override
  public List<Class<?>> libraries() {
    return List.of(Output.class, Log.class);
  }

  @Override
  public boolean deterministic() {
    return true;
  }
}
