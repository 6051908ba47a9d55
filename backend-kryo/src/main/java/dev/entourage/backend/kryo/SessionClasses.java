package dev.entourage.backend.kryo;

import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.Registration;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import com.esotericsoftware.kryo.util.DefaultClassResolver;
import com.esotericsoftware.kryo.util.IntMap;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds classes by name in the loader of the session, and in no other; tells which were written.
 */
final class SessionClasses extends DefaultClassResolver {

  /** The classes of the graph that is read, by the numbers that it gives them. */
  private final IntMap<Registration> read = new IntMap<>();

  /** All classes that were read, for good: one loader gives one class for a name. */
  private final Map<String, Registration> byName = new HashMap<>();

  private Consumer<Class<?>> seen;
  private Class<?> lastSeen;

  /** Begins a graph that is written. */
  void hear(Consumer<Class<?>> seen) {
    this.seen = seen;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Registration writeClass(Output output, Class type) {
    if (type != null && type != lastSeen) {
      hear(type);
    }
    return super.writeClass(output, type);
  }

  /** A lambda's own class and a proxy's can't be found elsewhere, and needn't be. */
  private void hear(Class<?> type) {
    lastSeen = type;
    if (!type.isHidden() && !Proxy.isProxyClass(type)) {
      seen.accept(type);
    }
  }

  /** The constants of an enum may have classes of their own; the enum's name is written. */
  @Override
  @SuppressWarnings("rawtypes")
  protected void writeName(Output output, Class type, Registration registration) {
    super.writeName(output, registration.getType(), registration);
  }

  @Override
  protected Registration readName(Input input) {
    int number = input.readVarInt(true);
    Registration registration = read.get(number);
    if (registration == null) {
      registration = named(input.readString());
      read.put(number, registration);
    }
    return registration;
  }

  /** Finds a class by name; the JVM takes a microsecond for what is known here. */
  private Registration named(String name) {
    Registration registration = byName.get(name);
    if (registration == null) {
      registration = ((EntourageKryo) kryo).plain(find(name));
      byName.put(name, registration);
    }
    return registration;
  }

  private Class<?> find(String name) {
    try {
      return Class.forName(name, false, kryo.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      throw new KryoException("a class isn't there: class=" + name, e);
    }
  }

  @Override
  public void reset() {
    super.reset();
    read.clear();
    seen = null;
    lastSeen = null;
  }
}
