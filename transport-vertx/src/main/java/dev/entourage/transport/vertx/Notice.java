package dev.entourage.transport.vertx;

import io.vertx.core.MultiMap;
import io.vertx.core.eventbus.DeliveryOptions;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a host or a driver tells everybody on the bus: that it is there. It travels as headers,
 * which each Vert.x understands without a codec. Anybody can say it, so it is no more than a hint
 * that asking for a link may be worth while; all else is said over links.
 *
 * @param name the host's name or the driver's session
 * @param id tells one life of a host from the next
 * @param node the cluster's id of the node that speaks
 */
record Notice(String name, String id, String node) {

  /** Both sides of the bus speak one version of the notices and of the links. */
  static final String PROTOCOL = "2";

  private static final Pattern SHORT_NAME = Pattern.compile("[\\w.:@-]{1,200}");

  DeliveryOptions headers() {
    return new DeliveryOptions()
        .addHeader("protocol", PROTOCOL)
        .addHeader("name", name)
        .addHeader("id", id)
        .addHeader("node", node);
  }

  /** Reads a notice; whatever isn't one is ignored. */
  static Optional<Notice> read(MultiMap headers) {
    if (!PROTOCOL.equals(headers.get("protocol"))
        || !isName(headers.get("name"))
        || !isName(headers.get("id"))
        || !isName(headers.get("node"))) {
      return Optional.empty();
    }
    return Optional.of(new Notice(headers.get("name"), headers.get("id"), headers.get("node")));
  }

  /** Says whether a text may name a host, a session, a link or a node. */
  static boolean isName(String text) {
    return text != null && SHORT_NAME.matcher(text).matches();
  }
}
