package dev.entourage.preparer;

import java.lang.invoke.MethodHandles;
import java.util.function.Function;

/**
 * Hands out lookups with full access to the classes of one session loader.
 *
 * <p>Never used where it is compiled: its class file is defined once inside each session loader,
 * because only a caller in a class's own module gets a lookup that {@code LambdaMetafactory}
 * accepts, and each loader has an unnamed module of its own. It implements an interface of the JDK,
 * the only types that both sides see.
 *
 * @since 0.1
 */
public final class SessionLookup implements Function<Class<?>, MethodHandles.Lookup> {

  /** For the session loader. */
  public SessionLookup() {}

  @Override
  public MethodHandles.Lookup apply(Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException("No full access to " + type, e);
    }
  }
}
