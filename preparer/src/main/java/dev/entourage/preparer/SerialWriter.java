package dev.entourage.preparer;

import dev.entourage.preparer.SerialKind.Sort;
import dev.entourage.spi.RefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.lang.invoke.SerializedLambda;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Writes one object and cuts off all that it refers to. */
final class SerialWriter extends ObjectOutputStream {

  private final Predicate<Object> inside;
  private final Consumer<Class<?>> named;
  private final List<Object> parts = new ArrayList<>();
  private boolean started;
  private final Class<?> rootType;
  private Sort sort = Sort.SERIAL;
  private boolean strange;

  /**
   * What was written.
   *
   * @param parts the bytes, and behind them the objects that were cut off
   * @param sort in what way its classes read themselves
   * @param strange whether another object would arrive, which fits nowhere the first one did
   */
  record Written(Object[] parts, Sort sort, boolean strange) {}

  private SerialWriter(
      ByteArrayOutputStream out,
      Class<?> rootType,
      Predicate<Object> inside,
      Consumer<Class<?>> named)
      throws IOException {
    super(out);
    this.rootType = rootType;
    this.inside = inside;
    this.named = named;
    enableReplaceObject(true);
  }

  static Written write(Object root, Predicate<Object> inside, Consumer<Class<?>> named)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    SerialWriter writer = new SerialWriter(out, root.getClass(), inside, named);
    writer.parts.add(null);
    writer.writeObject(root);
    writer.takeOriginals(root);
    writer.close();
    writer.parts.set(0, out.toByteArray());
    return new Written(writer.parts.toArray(), writer.sort, writer.strange);
  }

  /** What travels as a part is the object that others may refer to, not its replacement. */
  private void takeOriginals(Object root) {
    if (SerialOriginals.areKnown()) {
      SerialOriginals.tell(
          this,
          (original, replacement) -> {
            if (replacement instanceof SerialRef ref) {
              parts.set(ref.part(), original);
            }
          });
    } else if (parts.stream().anyMatch(SerializedLambda.class::isInstance)) {
      throw new RefusedException(
          "it holds a serializable lambda, and this Java doesn't tell which; start it with "
              + TrustedLookup.flag(),
          root);
    }
  }

  @Override
  protected Object replaceObject(Object value) {
    if (!started) {
      started = true;
      strange = isStrange(value.getClass());
      return value;
    }
    if (inside.test(value)) {
      return value;
    }
    parts.add(value);
    return new SerialRef(parts.size() - 1);
  }

  /**
   * What a {@code writeReplace} returned mostly resolves itself when it is read. Gson's maps become
   * the JDK's for good instead: then a field of their own class can't hold what arrives.
   */
  private boolean isStrange(Class<?> written) {
    return !ClassNames.isJdk(rootType)
        && !rootType.isAssignableFrom(written)
        && !written.isAssignableFrom(rootType)
        && SerialAccess.readResolve(written) == null;
  }

  /** Called for the class of each object, its superclasses, and each {@code Class} value. */
  @Override
  protected void annotateClass(Class<?> type) {
    if (type != SerialRef.class) {
      named.accept(type);
      if (SerialAccess.readsItself(type) && !isWrapper(type)) {
        sort = sort != Sort.CUSTOM && onlyResolves(type) ? Sort.RESOLVED : Sort.CUSTOM;
      }
    }
  }

  /**
   * Says whether no more than {@code readResolve} runs, and for the object itself: what was written
   * in its place is made to rebuild it, and mostly hashes or copies what it holds.
   */
  private boolean onlyResolves(Class<?> type) {
    return type.isAssignableFrom(rootType) && SerialAccess.onlyResolves(rootType);
  }

  /** The wrappers of {@code Collections} resolve themselves, but only store what they wrap. */
  private static boolean isWrapper(Class<?> type) {
    return type.getName().startsWith("java.util.Collections$");
  }

  @Override
  protected void annotateProxyClass(Class<?> type) {
    for (Class<?> face : type.getInterfaces()) {
      named.accept(face);
    }
  }
}
