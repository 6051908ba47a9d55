package dev.entourage.worker;

import dev.entourage.Shared;
import dev.entourage.preparer.Digest;
import dev.entourage.preparer.FormKind;
import dev.entourage.spi.Form;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * How handles of shared values travel: by their key, with the classes that the value needs.
 *
 * @since 0.1
 */
public final class SharedKind implements FormKind {

  /** Finds or makes the handle of this side. Thread-safe. */
  public interface Resolver {

    /**
     * Returns a handle.
     *
     * @param key what names the value
     * @param types the classes that it needs
     * @param loader the loader that decodes the task
     * @return the handle
     */
    Shared<?> handle(SharedHandle.Key key, List<Class<?>> types, ClassLoader loader);
  }

  private static final String PER_THREAD = "thread";
  private static final String PER_SESSION = "session";

  private final Resolver resolver;

  /**
   * Makes this kind for one side.
   *
   * @param resolver makes its handles
   */
  public SharedKind(Resolver resolver) {
    this.resolver = resolver;
  }

  @Override
  public String kind() {
    return "shared";
  }

  @Override
  public boolean takes(Class<?> type) {
    return SharedHandle.class.isAssignableFrom(type);
  }

  @Override
  public Form form(Object value) {
    SharedHandle<?> handle = (SharedHandle<?>) value;
    SharedHandle.Key key = handle.key();
    String[] head = {key.id().toString(), key.perThread() ? PER_THREAD : PER_SESSION};
    return new Form(kind(), head, handle.types().toArray());
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    Digest id = Digest.read(ByteBuffer.wrap(HexFormat.of().parseHex(form.head()[0])));
    List<Class<?>> types = Stream.of(form.parts()).<Class<?>>map(Class.class::cast).toList();
    boolean perThread = form.head()[1].equals(PER_THREAD);
    return resolver.handle(new SharedHandle.Key(id, perThread), types, loader);
  }
}
