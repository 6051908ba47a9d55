package dev.entourage.transport.vertx;

import io.vertx.core.MultiMap;
import io.vertx.core.eventbus.DeliveryOptions;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a host or a driver tells everybody on the bus. It travels as headers, which each Vert.x
 * understands without a codec.
 *
 * @param kind what is said
 * @param name the host's name or the driver's session
 * @param id tells one life of a host from the next; the link when a link has ended
 * @param node the cluster's id of the node that speaks
 */
record Notice(Kind kind, String name, String id, String node) {

  /** What is said. */
  enum Kind {
    /** Still there; said every second. */
    HERE,
    /** About to leave. */
    BYE,
    /** A link between the two has ended. */
    UNLINK
  }

  /** Both sides of the bus speak one version of the notices and of the links. */
  static final String PROTOCOL = "1";

  private static final Pattern SHORT_NAME = Pattern.compile("[\\w.:@-]{1,200}");

  DeliveryOptions headers() {
    return new DeliveryOptions()
        .addHeader("protocol", PROTOCOL)
        .addHeader("kind", kind.name())
        .addHeader("name", name)
        .addHeader("id", id)
        .addHeader("node", node);
  }

  /** Reads a notice; whatever isn't one is ignored. */
  static Optional<Notice> read(MultiMap headers) {
    Optional<Kind> kind = kind(headers.get("kind"));
    if (kind.isEmpty()
        || !PROTOCOL.equals(headers.get("protocol"))
        || !isName(headers.get("name"))
        || !isName(headers.get("id"))
        || !isName(headers.get("node"))) {
      return Optional.empty();
    }
    return Optional.of(
        new Notice(kind.get(), headers.get("name"), headers.get("id"), headers.get("node")));
  }

  private static Optional<Kind> kind(String name) {
    for (Kind kind : Kind.values()) {
      if (kind.name().equals(name)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Says whether a text may name a host, a session, a link or a node. */
  static boolean isName(String text) {
    return text != null && SHORT_NAME.matcher(text).matches();
  }
}
