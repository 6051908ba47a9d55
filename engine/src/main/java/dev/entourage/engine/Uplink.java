package dev.entourage.engine;

import java.util.Map;

/**
 * The way from a host to its drivers. Thread-safe.
 *
 * @since 0.1
 */
public interface Uplink {

  /**
   * Sends a frame to a driver. Frames to one session arrive in the order of the calls.
   *
   * @param session the driver's session
   * @param frame the bytes, which belong to the uplink from now on
   */
  void send(String session, byte[] frame);

  /**
   * Names a driver, for whoever asks what the host does.
   *
   * @param session the driver's session
   * @return what its owner is called here; empty when that isn't known
   */
  default String driver(String session) {
    return "";
  }

  /**
   * Tells what the uplink has let through to nobody.
   *
   * @return how often, by reason; only reasons that were met
   */
  default Map<String, Long> refused() {
    return Map.of();
  }
}
