package dev.entourage.backend.fory;

import dev.entourage.spi.Marshaller;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.SerializationBackend;
import java.util.List;
import org.apache.fory.memory.MemoryBuffer;

/**
 * Encodes object graphs into the memory buffers of Apache Fory 1.6. Any graph that the normal form
 * can lay out as a table travels. Needs no JVM options and prints nothing on Java 17 and 25; in
 * between, on 24, Fory makes Java warn of {@code sun.misc.Unsafe}. Thread-safe.
 *
 * <p>Fory's own object serializers are not used. They lose cycles through what the normal form
 * replaces, and on Java 25 they make it warn, or fail where memory access through {@code
 * sun.misc.Unsafe} is denied, unless every JVM is started with {@code --add-opens}.
 *
 * @since 0.1
 */
public final class ForyBackend implements SerializationBackend {

  /** Makes the backend; for {@link java.util.ServiceLoader}. */
  public ForyBackend() {}

  @Override
  public String id() {
    return "fory";
  }

  @Override
  public Marshaller marshaller(NormalForm normalForm) {
    return new ForyMarshaller(normalForm);
  }

  @Override
  public List<Class<?>> libraries() {
    return List.of(MemoryBuffer.class);
  }

  @Override
  public boolean deterministic() {
    return true;
  }
}
