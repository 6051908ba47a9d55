package dev.entourage.backend.fst;

import com.fasterxml.jackson.core.JsonFactory;
import dev.entourage.spi.Marshaller;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.SerializationBackend;
import java.util.List;
import org.nustaq.serialization.FSTConfiguration;
import org.objenesis.Objenesis;

/**
 * Encodes object graphs with the stream coder of FST 2.57. Any graph that the normal form can lay
 * out as a table travels. Needs no JVM options and prints no warnings. Thread-safe.
 *
 * <p>FST's own object serializers are not used. They reach into the JDK's private fields: without a
 * dozen {@code --add-opens} on every JVM they carry nothing, and on a Java that denies memory
 * access through {@code sun.misc.Unsafe} nothing helps them. FST 2.57 is of 2018, and the few
 * releases since need the same and carry less. Its coder of numbers, texts and arrays, which is all
 * that is used here, needs neither; but who looks for a library with a future takes another.
 *
 * @since 0.1
 */
public final class FstBackend implements SerializationBackend {

  /** Makes the backend; for {@link java.util.ServiceLoader}. */
  public FstBackend() {}

  @Override
  public String id() {
    return "fst";
  }

  @Override
  public Marshaller marshaller(NormalForm normalForm) {
    return new FstMarshaller(normalForm);
  }

  @Override
  public List<Class<?>> libraries() {
    return List.of(FSTConfiguration.class, JsonFactory.class, Objenesis.class);
  }

  @Override
  public boolean deterministic() {
    return true;
  }
}
