package dev.entourage.backend.protostuff;

import dev.entourage.spi.Marshaller;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.SerializationBackend;
import java.util.List;

/**
 * Encodes object graphs with Protostuff, which travels inside this module under a name of its own:
 * its jars can't be modules. Any graph that the normal form can lay out as a table travels. Needs
 * no JVM options and prints no warnings. Thread-safe.
 *
 * @since 0.1
 */
public final class ProtostuffBackend implements SerializationBackend {

  /** Makes the backend; for {@link java.util.ServiceLoader}. */
  public ProtostuffBackend() {}

  @Override
  public String id() {
    return "protostuff";
  }

  @Override
  public Marshaller marshaller(NormalForm normalForm) {
    return new ProtostuffMarshaller(normalForm);
  }

  /** Nothing where the library is merged into this module, as in the published jar. */
  @Override
  public List<Class<?>> libraries() {
    return TableSchema.LIBRARIES;
  }

  @Override
  public boolean deterministic() {
    return true;
  }
}
