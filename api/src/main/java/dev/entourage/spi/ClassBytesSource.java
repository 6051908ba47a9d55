package dev.entourage.spi;

import java.util.Optional;

/**
 * Knows the class file of classes whose own loader doesn't have it, such as classes compiled or
 * generated in memory. Asked on a thread that submits, after the class's loader; thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ClassBytesSource {

  /**
   * Returns the class file of a class.
   *
   * @param type a live class of the driver
   * @return its bytes, which the caller may keep and doesn't change; empty when this source doesn't
   *     know it
   */
  Optional<byte[]> bytes(Class<?> type);
}
