package dev.entourage.transport.vertx;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import io.vertx.core.internal.VertxInternal;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way between drivers and hosts on the nodes of a cluster. */
final class ClusterBus {

  private static final Logger LOG = LoggerFactory.getLogger(ClusterBus.class);

  private static final DeliveryOptions PARTS = new DeliveryOptions().setCodecName(PartCodec.NAME);

  private final EventBus bus;
  private final VertxInternal vertx;
  private boolean warned;

  ClusterBus(Vertx vertx) {
    this.vertx = (VertxInternal) vertx;
    this.bus = vertx.eventBus();
    PartCodec.register(vertx);
  }

  /** Returns the cluster's id of this node. */
  String node() {
    return vertx.clusterManager().getNodeId();
  }

  /** Returns the ids of all nodes, as this one sees them; empty when it can't tell. */
  List<String> nodes() {
    try {
      return vertx.clusterManager().getNodes();
    } catch (RuntimeException leaving) {
      return List.of();
    }
  }

  /**
   * Tells everybody; nobody may be listening yet.
   *
   * @return a future that ends when the first message has left, or nobody was there, and never
   *     fails
   */
  Future<Void> publish(String address, Notice notice) {
    return bus.publisher(address, notice.headers()).write(null).otherwiseEmpty();
  }

  Future<Void> listenToNotices(String address, Consumer<Notice> receiver) {
    return bus.consumer(address, message -> hear(message.headers(), receiver)).completion();
  }

  private void hear(MultiMap headers, Consumer<Notice> receiver) {
    Notice.read(headers).ifPresentOrElse(receiver, () -> warnOnce(headers.get("protocol")));
  }

  /** Nodes of another version speak up every second. */
  private void warnOnce(String protocol) {
    if (protocol != null && !protocol.equals(Notice.PROTOCOL) && !warned) {
      warned = true;
      LOG.warn(
          "A node of this cluster runs another version of Entourage and is not used: its"
              + " protocol={}, this one's={}",
          protocol,
          Notice.PROTOCOL);
    }
  }

  Future<Void> listenToParts(String address, Consumer<Part> receiver) {
    return bus.<Part>consumer(address, message -> receive(message, receiver)).completion();
  }

  private static void receive(Message<Part> message, Consumer<Part> receiver) {
    Object part;
    try {
      part = message.body(); // Decoded here, by whatever codec the peer named.
    } catch (RuntimeException damaged) {
      LOG.warn("{}: address={}", damaged.getMessage(), message.address());
      return;
    }
    if (part instanceof Part known) {
      receiver.accept(known);
    }
  }

  /** Returns the way to an address, for the context that calls this. */
  Wire wire(String address) {
    return new BusWire(vertx, vertx.getOrCreateContext(), bus.sender(address, PARTS));
  }
}
