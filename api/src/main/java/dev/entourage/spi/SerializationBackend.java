package dev.entourage.spi;

import java.util.List;

/**
 * Makes marshallers over one serialization library. A provider is a public class with a public
 * no-argument constructor; it is found on the driver and on each worker.
 *
 * @since 0.1
 */
public interface SerializationBackend {

  /**
   * Names this backend in {@code Workers.Builder.backend} and in errors.
   *
   * @return a short lower-case name, such as {@code kryo}
   */
  String id();

  /**
   * Makes a marshaller. Called once for each class loader of a session.
   *
   * @param normalForm what all backends share, and the loader of the classes to decode
   * @return a new marshaller
   */
  Marshaller marshaller(NormalForm normalForm);

  /**
   * Names one class of each jar that a worker needs for this backend, besides the backend's own.
   *
   * @return classes of the library and of what it needs
   */
  List<Class<?>> libraries();

  /**
   * Lists the JVM options that this backend can't do without, on drivers and workers. Workers are
   * started with them; a driver that wasn't is told so when it makes its pool, with the options to
   * copy.
   *
   * @return options such as {@code --add-opens=…}; none by default
   */
  default List<String> jvmOptions() {
    return List.of();
  }

  /**
   * Says whether equal graphs become equal bytes in one JVM: graphs of the same classes, values and
   * shape of references, whose collections have the same order. A value that is shared twice is
   * sent once then.
   *
   * @return true when this backend promises it; false by default
   */
  default boolean deterministic() {
    return false;
  }
}
