package dev.entourage.spi;

/**
 * One step in making a task ready to travel.
 *
 * <p>Four layers come with the preparer (object graph, code origin, type signatures, worker
 * lookup); the user's come behind them in the order in which they were added. A layer of the user's
 * most often replaces what can't travel: a client by its factory, a progress bar by nothing.
 *
 * <pre>{@code
 * final class Travelling implements PreparationLayer {
 *   public String id() {
 *     return "travelling";
 *   }
 *
 *   public boolean replaces(Class<?> type) {
 *     return type == ProgressBar.class || type == Client.class;
 *   }
 *
 *   public Object replace(Object value) {
 *     return value instanceof Client client ? new ClientFactory(client.address()) : null;
 *   }
 * }
 *
 * record ClientFactory(String address) implements Serializable {
 *   private Object readResolve() {
 *     return new Client(address);                  // on the worker, once for each client
 *   }
 * }
 *
 * Workers workers = Workers.builder().layer(new Travelling()).build();
 * }</pre>
 *
 * <p>What travels must fit where the object was: a field of type {@code Client} takes null, a
 * {@code Client}, or a stand-in whose {@code readResolve} makes one, as above. All references to
 * one object lead to one object on the worker, too. {@link dev.entourage.Workers#explain} tells
 * what each layer replaced.
 *
 * <p>All methods are called on the thread that submits, several threads at once. What they throw
 * ends the submission.
 *
 * @since 0.1
 */
public interface PreparationLayer {

  /**
   * Names this layer in {@code explain} and in errors.
   *
   * @return a short name
   */
  String id();

  /**
   * Says whether {@link #replace} wants to see the objects of a class. The answer is kept.
   *
   * @param type the class of some object of a task, or of objects that some field may hold
   * @return true to be asked for each
   */
  default boolean replaces(Class<?> type) {
    return false;
  }

  /**
   * Returns what travels in the place of an object. The object itself must not be changed.
   *
   * @param value an object of a class for which {@link #replaces} said true
   * @return a stand-in, null to send null, or the value itself to let it travel as it is
   */
  default Object replace(Object value) {
    return value;
  }

  /**
   * Looks at a task, and may add classes to it.
   *
   * @param task the task under preparation; not to be kept
   */
  default void prepare(Preparation task) {}
}
