package dev.entourage.preparer;

import java.io.ObjectOutputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.util.function.BiConsumer;

/**
 * Tells which objects a stream has replaced. {@code java.io} asks an object for its replacement
 * before it asks the stream, so a stream sees what a lambda becomes, a new one each time, and not
 * the lambda; only its own table knows both.
 */
final class SerialOriginals {

  private static final SerialOriginals TABLE = find();

  private final MethodHandle replaced;
  private final MethodHandle numbers;
  private final MethodHandle replacements;
  private final MethodHandle originals;
  private final MethodHandle size;

  private SerialOriginals() throws ReflectiveOperationException {
    Class<?> table = Class.forName("java.io.ObjectOutputStream$ReplaceTable");
    Class<?> handles = Class.forName("java.io.ObjectOutputStream$HandleTable");
    replaced = getter(ObjectOutputStream.class, "subs", table);
    numbers = getter(table, "htab", handles);
    replacements = getter(table, "reps", Object[].class);
    originals = getter(handles, "objs", Object[].class);
    size = getter(handles, "size", int.class);
  }

  private static MethodHandle getter(Class<?> owner, String name, Class<?> type)
      throws ReflectiveOperationException {
    Lookup lookup = TrustedLookup.in(owner);
    return lookup.findGetter(owner, name, type);
  }

  private static SerialOriginals find() {
    try {
      return TrustedLookup.isAvailable() ? new SerialOriginals() : null;
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  /** Says whether this Java lets us look. */
  static boolean areKnown() {
    return TABLE != null;
  }

  /** Tells each object that was replaced, and its replacement; before the stream is closed. */
  static void tell(ObjectOutputStream stream, BiConsumer<Object, Object> each) {
    try {
      TABLE.read(stream, each);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private void read(ObjectOutputStream stream, BiConsumer<Object, Object> each) throws Throwable {
    Object table = replaced.invoke(stream);
    Object handles = numbers.invoke(table);
    Object[] from = (Object[]) originals.invoke(handles);
    Object[] to = (Object[]) replacements.invoke(table);
    int count = (int) size.invoke(handles);
    for (int i = 0; i < count; i++) {
      each.accept(from[i], to[i]);
    }
  }
}
