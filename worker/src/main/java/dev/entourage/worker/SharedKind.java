package dev.entourage.worker;

import dev.entourage.Shared;
import dev.entourage.preparer.Digest;
import dev.entourage.preparer.Form;
import dev.entourage.preparer.FormKind;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
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

  /** Tasks that follow each other mostly have the same handle, whose texts take long to make. */
  private volatile Named last;

  private record Named(SharedHandle.Key key, String[] head) {}

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
    return new Form(kind(), head(((SharedHandle<?>) value).key()), NO_PARTS);
  }

  private String[] head(SharedHandle.Key key) {
    Named known = last;
    if (known == null || !known.key().equals(key)) {
      String[] head = {text(key.id()), key.perThread() ? PER_THREAD : PER_SESSION};
      known = new Named(key, head);
      last = known;
    }
    return known.head();
  }

  /** Shorter than its digits: texts of up to 63 characters are coded faster. */
  private static String text(Digest id) {
    ByteBuffer bytes = ByteBuffer.allocate(Digest.BYTES);
    id.write(bytes);
    return Base64.getEncoder().withoutPadding().encodeToString(bytes.array());
  }

  @Override
  public Form form(Object value, Consumer<Class<?>> named) {
    inside(value, part -> {}, named);
    return form(value);
  }

  @Override
  public void inside(Object value, Consumer<Object> parts, Consumer<Class<?>> named) {
    ((SharedHandle<?>) value).types().forEach(named);
  }

  @Override
  public String describe(Object value, Function<Object, String> others) {
    return "a handle of what is sent once a worker";
  }

  @Override
  public Object rebuild(Form form, Object shell, ClassLoader loader) {
    return resolver.handle(key(form.head()));
  }

  private SharedHandle.Key key(String[] head) {
    Named known = last;
    if (known == null || !Arrays.equals(known.head(), head)) {
      Digest id = Digest.read(ByteBuffer.wrap(Base64.getDecoder().decode(head[0])));
      known = new Named(new SharedHandle.Key(id, head[1].equals(PER_THREAD)), head);
      last = known;
    }
    return known.key();
  }
}
