package dev.entourage.backend.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.minlog.Log;
import com.esotericsoftware.reflectasm.FieldAccess;
import dev.entourage.spi.Marshaller;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.SerializationBackend;
import java.util.List;
import org.objenesis.strategy.InstantiatorStrategy;

/**
 * Encodes object graphs with Kryo. Any class travels, with or without a marker; what can't travel
 * right is refused. Needs no JVM options and prints no warnings. Thread-safe.
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
    return List.of(Kryo.class, Log.class, FieldAccess.class, InstantiatorStrategy.class);
  }

  @Override
  public boolean deterministic() {
    return true;
  }
}
