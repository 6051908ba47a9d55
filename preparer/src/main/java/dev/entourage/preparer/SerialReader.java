package dev.entourage.preparer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputFilter.Status;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.lang.reflect.Proxy;

/** Reads what {@link SerialWriter} wrote, out of bytes that may be hostile. */
final class SerialReader extends ObjectInputStream {

  private static final int MAX_DEPTH = 1000;

  private final Object[] parts;
  private final ClassLoader loader;

  private SerialReader(byte[] bytes, Object[] parts, ClassLoader loader) throws IOException {
    super(new ByteArrayInputStream(bytes));
    this.parts = parts;
    this.loader = loader;
    enableResolveObject(true);
    // Each element takes a byte at least; hash tables have room for a few times their entries.
    long longest = 64 + 4L * bytes.length;
    setObjectInputFilter(info -> check(info, longest));
  }

  static Object read(byte[] bytes, Object[] parts, ClassLoader loader)
      throws IOException, ClassNotFoundException {
    try (SerialReader reader = new SerialReader(bytes, parts, loader)) {
      return reader.readObject();
    }
  }

  private static Status check(ObjectInputFilter.FilterInfo info, long longest) {
    boolean allowed = info.serialClass() == null || SerialRules.isAllowed(info.serialClass());
    return !allowed || info.depth() > MAX_DEPTH || info.arrayLength() > longest
        ? Status.REJECTED
        : Status.UNDECIDED;
  }

  @Override
  protected Class<?> resolveClass(ObjectStreamClass description) {
    String name = description.getName();
    return name.equals(SerialRef.class.getName()) ? SerialRef.class : ClassNames.find(name, loader);
  }

  @Override
  protected Class<?> resolveProxyClass(String[] interfaces) {
    Class<?>[] faces = new Class<?>[interfaces.length];
    for (int i = 0; i < faces.length; i++) {
      faces[i] = ClassNames.find(interfaces[i], loader);
    }
    return Proxy.newProxyInstance(loader, faces, (proxy, method, arguments) -> null).getClass();
  }

  @Override
  protected Object resolveObject(Object value) throws IOException {
    if (!(value instanceof SerialRef ref)) {
      return value;
    }
    if (ref.part() < 1 || ref.part() >= parts.length) {
      throw new InvalidObjectException("No such part: " + ref.part());
    }
    return parts[ref.part()];
  }
}
