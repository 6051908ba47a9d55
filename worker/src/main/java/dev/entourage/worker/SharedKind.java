package dev.entourage.worker;

import dev.entourage.Shared;
import dev.entourage.preparer.Digest;
import dev.entourage.preparer.Form;
import dev.entourage.preparer.FormKind;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How handles of shared values travel: by their key. The value's classes join the task's manifest.
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
     * @return the handle
     */
    Shared<?> handle(SharedHandle.Key key);
  }

  private static final Object[] NO_PARTS = {};
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
    SharedHandle.Key key = ((SharedHandle<?>) value).key();
    String[] head = {key.id().toString(), key.perThread() ? PER_THREAD : PER_SESSION};
    return new Form(kind(), head, NO_PARTS);
  }

  @Override
  public Form form(Object value, Consumer<Class<?>> named) {
    ((SharedHandle<?>) value).types().forEach(named);
    return form(value);
  }

  @Override
  public String describe(Object value, Function<Object, String> others) {
    return "a handle of what is sent once a worker";
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    Digest id = Digest.read(ByteBuffer.wrap(HexFormat.of().parseHex(form.head()[0])));
    boolean perThread = form.head()[1].equals(PER_THREAD);
    return resolver.handle(new SharedHandle.Key(id, perThread));
  }
}
