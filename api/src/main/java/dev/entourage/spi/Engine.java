package dev.entourage.spi;

import dev.entourage.ConfigurationException;
import dev.entourage.Workers;
import java.util.List;
import java.util.ServiceLoader;

/**
 * What makes pools of workers. There is one on the path; its artifact comes along with every
 * transport.
 *
 * @since 0.1
 */
public interface Engine {

  /**
   * Starts the description of a pool.
   *
   * @return a new builder
   */
  Workers.Builder newBuilder();

  /**
   * Finds the engine next to this interface, else through the context class loader.
   *
   * @return the only one there is
   * @throws ConfigurationException when there is none, or more than one
   */
  static Engine find() {
    List<Engine> found = load(Engine.class.getClassLoader());
    if (found.isEmpty()) {
      found = load(Thread.currentThread().getContextClassLoader());
    }
    if (found.size() != 1) {
      throw new ConfigurationException(
          "Exactly one engine must be on the class path or module path: found="
              + found.stream().map(engine -> engine.getClass().getName()).toList()
              + ". Depend on dev.entourage:entourage-engine and on one backend, such as"
              + " dev.entourage:entourage-backend-kryo.");
    }
    return found.get(0);
  }

  private static List<Engine> load(ClassLoader loader) {
    return ServiceLoader.load(Engine.class, loader).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }
}
