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
     * Sends a frame whose long parts are where they were encoded. What hands frames on within this
     * JVM needn't copy them; by default they are put together, and sent as one.
     *
     * @param host a host that was reported
     * @param frame the pieces of one frame in their order, which are never changed
     */
    default void send(String host, List<ByteBuffer> frame) {
      ByteBuffer whole = ByteBuffer.allocate(frame.stream().mapToInt(ByteBuffer::remaining).sum());
      frame.forEach(piece -> whole.put(piece.duplicate()));
      send(host, whole.array());
    }

    /** Leaves the hosts. No call to the driver is made afterwards. */
    @Override
    void close();
  }

  /**
   * The driver's end. Its methods return at once and may be called on an event loop, or on a thread
   * that is within {@link Connection#send}.
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
