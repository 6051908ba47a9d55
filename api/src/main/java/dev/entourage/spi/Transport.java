package dev.entourage.spi;

import dev.entourage.ConfigurationException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;

/**
 * Carries frames between a driver and the hosts of worker JVMs, and reports hosts. It knows no
 * task, class or future. A provider is a public class with a public no-argument constructor.
 *
 * @since 0.1
 */
public interface Transport {

  /**
   * Names this transport in {@code Workers.Builder.transport} and in errors.
   *
   * @return a short lower-case name, such as {@code processes}
   */
  String id();

  /**
   * Lists the options that this transport understands.
   *
   * @return their names, for {@code Workers.Builder.option}
   */
  default Set<String> options() {
    return Set.of();
  }

  /**
   * Connects a driver to its hosts. Called once for each pool, on the thread that opens it.
   *
   * @param driver who hears of hosts and frames, also before this method returns
   * @return the connection
   * @throws ConfigurationException when what the options ask for can't be had
   */
  Connection connect(Driver driver);

  /**
   * Says whether the current thread may wait. Asked at the start of each call of a pool that
   * encodes or waits; the call is refused when the answer is no.
   *
   * @return false on a thread that must stay free, such as an event loop; true by default
   */
  default boolean mayWait() {
    return true;
  }

  /** A driver's way to its hosts. Thread-safe. */
  interface Connection extends AutoCloseable {

    /**
     * Sends a frame. Frames to one host arrive in the order of the calls, or the host is reported
     * as left.
     *
     * @param host a host that was reported
     * @param frame the bytes, which belong to the transport from now on
     */
    void send(String host, byte[] frame);

    /**
     * Sends a frame that its host passes on to a worker, in one order with all others. Its long
     * parts are where they were encoded, and what hands frames on within this JVM needn't copy
     * them; by default they are put together, and sent as one.
     *
     * @param host a host that was reported
     * @param frame the pieces of one frame in their order, which are never changed
     */
    default void pass(String host, List<ByteBuffer> frame) {
      ByteBuffer whole = ByteBuffer.allocate(frame.stream().mapToInt(ByteBuffer::remaining).sum());
      frame.forEach(piece -> whole.put(piece.duplicate()));
      send(host, whole.array());
    }

    /**
     * Opens the way home from a worker to threads that wait for one of its tasks. Called when the
     * worker has started.
     *
     * @param host a host that was reported
     * @param worker one of its workers
     * @return who lets them read; {@link Inflow#CLOSED}, the default, where only threads of the
     *     transport's can
     */
    default Inflow inflow(String host, String worker) {
      return Inflow.CLOSED;
    }

    /** Leaves the hosts. No call to the driver is made afterwards. */
    @Override
    void close();
  }

  /**
   * What one worker says. A thread that waits for it may read it itself: to be woken up by another
   * thread takes longer than a small task. Thread-safe.
   */
  interface Inflow {

    /** Lets nobody read. */
    Inflow CLOSED =
        new Inflow() {
          @Override
          public boolean read(Wait wait) {
            return false;
          }

          @Override
          public void wakeUp() {}

          @Override
          public void attend() {}
        };

    /**
     * Reads on the calling thread, and hands what is read to {@link Driver#received} there, whoever
     * it is for. Returns at once where another thread reads.
     *
     * @param wait what the thread waits for
     * @return true when that is over; false when the thread must wait for it in another way
     */
    boolean read(Wait wait);

    /**
     * Makes who reads look whether the wait is over. Called by any thread that has ended one; may
     * wake up somebody else, who then reads on.
     */
    void wakeUp();

    /**
     * Says that somebody waits for the worker who won't read. Called by any thread; returns at
     * once.
     */
    void attend();
  }

  /** What a thread waits for that reads an {@link Inflow}; asked by that thread alone. */
  interface Wait {

    /**
     * Says whether there is nothing to wait for any more; asked after each frame, and whenever the
     * thread was interrupted.
     *
     * @return true when the thread is to return
     */
    boolean isOver();

    /**
     * Tells how long the wait may last.
     *
     * @return milliseconds from now on; {@link Long#MAX_VALUE} for no limit, 0 where less is left
     */
    long millis();
  }

  /**
   * The driver's end. Its methods return at once and may be called on an event loop, or on a thread
   * that is within {@link Connection#send} or {@link Inflow#read}.
   */
  interface Driver {

    /**
     * Returns what tells this driver from others.
     *
     * @return a name that was never used before, of letters, digits and hyphens
     */
    String session();

    /**
     * Returns an option of the transport.
     *
     * @param name one of {@link Transport#options()}
     * @return its value, or null when it wasn't set
     */
    String option(String name);

    /**
     * A host is there and may be sent frames.
     *
     * @param host its name
     */
    void joined(String host);

    /**
     * A host is gone with its workers.
     *
     * @param host its name
     */
    void left(String host);

    /**
     * A host sent a frame.
     *
     * @param host its name
     * @param frame the bytes, which belong to the driver from now on
     */
    void received(String host, byte[] frame);
  }
}
