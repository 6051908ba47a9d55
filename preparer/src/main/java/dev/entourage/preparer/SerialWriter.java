package dev.entourage.preparer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Writes one object and cuts off all that it refers to. */
final class SerialWriter extends ObjectOutputStream {

  private final Predicate<Object> inside;
  private final Consumer<Class<?>> named;
  private final List<Object> parts = new ArrayList<>();

  private SerialWriter(
      ByteArrayOutputStream out, Predicate<Object> inside, Consumer<Class<?>> named)
      throws IOException {
    super(out);
    this.inside = inside;
    this.named = named;
    enableReplaceObject(true);
  }

  /** Returns the bytes, and behind them the objects that were cut off. */
  static Object[] write(Object root, Predicate<Object> inside, Consumer<Class<?>> named)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    SerialWriter writer = new SerialWriter(out, inside, named);
    writer.parts.add(null);
    writer.writeObject(root);
    writer.close();
    writer.parts.set(0, out.toByteArray());
    return writer.parts.toArray();
  }

  private boolean started;

  @Override
  protected Object replaceObject(Object value) {
    if (!started) {
      started = true;
      return value;
    }
    if (inside.test(value)) {
      return value;
    }
    parts.add(value);
    return new SerialRef(parts.size() - 1);
  }

  /** Called for the class of each object and for each {@code Class} that is a value. */
  @Override
  protected void annotateClass(Class<?> type) {
    if (type != SerialRef.class) {
      named.accept(type);
    }
  }

  @Override
  protected void annotateProxyClass(Class<?> type) {
    for (Class<?> face : type.getInterfaces()) {
      named.accept(face);
    }
  }
}
