package dev.entourage.worker;

import dev.entourage.RemoteFunction;
import dev.entourage.Shared;

/**
 * A task of {@code map}: one item, and a function that was encoded once for all of them.
 *
 * @param function the function's handle
 * @param item what to apply it to; may be null
 * @since 0.1
 */
public record Apply(Shared<? extends RemoteFunction<?, ?>> function, Object item) {

  @SuppressWarnings("unchecked")
  Object run() throws Exception {
    return ((RemoteFunction<Object, Object>) function.get()).apply(item);
  }
}
