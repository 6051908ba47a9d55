package dev.entourage;

import java.io.Serializable;

/**
 * A function that runs in a worker JVM. See {@link RemoteCallable} for why it is serializable.
 *
 * @param <T> the type of the input
 * @param <R> the type of the result
 * @since 0.1
 */
@FunctionalInterface
public interface RemoteFunction<T, R> extends Serializable {

  /**
   * Applies this function.
   *
   * @param input one item
   * @return its result, which travels back
   * @throws Exception whatever the function throws; the caller gets it as the cause of a {@link
   *     RemoteTaskException}
   */
  R apply(T input) throws Exception;
}
