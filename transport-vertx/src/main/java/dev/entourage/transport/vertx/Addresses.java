package dev.entourage.transport.vertx;

/** The addresses of the bus. */
final class Addresses {

  /** Where hosts say every second that they are there. */
  static final String HOSTS = "entourage.hosts";

  /** Where drivers say every second that they are there. */
  static final String DRIVERS = "entourage.drivers";

  private Addresses() {}

  static String host(String name) {
    return "entourage.host." + name;
  }

  static String driver(String session) {
    return "entourage.driver." + session;
  }
}
