package dev.entourage.transport.vertx;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.spi.cluster.NodeInfo;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way between drivers and hosts on the nodes of a cluster. */
final class ClusterBus {

  /** What comes to an address of a driver or of a host. */
  interface Receiver {

    void received(Part part);

    void knocked(Knock knock);
  }

  private static final Logger LOG = LoggerFactory.getLogger(ClusterBus.class);

  private static final DeliveryOptions PARTS = new DeliveryOptions().setCodecName(PartCodec.NAME);

  private final EventBus bus;
  private final VertxInternal vertx;
  private final Refusals refusals;
  private boolean warned;

  ClusterBus(Vertx vertx, Refusals refusals) {
    this.vertx = (VertxInternal) vertx;
    this.bus = vertx.eventBus();
    this.refusals = refusals;
    PartCodec.register(vertx);
  }

  /** Returns the cluster's id of this node. */
  String node() {
    return vertx.clusterManager().getNodeId();
  }

  /** Tells people where a node is, if that is its id and it is still there. */
  Future<String> peer(String node) {
    Promise<NodeInfo> info = Promise.promise();
    vertx.clusterManager().getNodeInfo(node, info);
    return info.future()
        .map(known -> "node " + node + " at " + known.host() + ":" + known.port())
        .otherwise("node " + node + " at an unknown address");
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

  Future<Void> listen(String address, Receiver receiver) {
    return bus.<Part>consumer(address, message -> receive(message, receiver)).completion();
  }

  private void receive(Message<Part> message, Receiver receiver) {
    if (Knock.isKnock(message.headers())) {
      Knock.read(message.headers())
          .ifPresentOrElse(receiver::knocked, () -> malformed("a knock", message.address()));
    } else {
      receivePart(message, receiver);
    }
  }

  private void receivePart(Message<Part> message, Receiver receiver) {
    Object part;
    try {
      part = message.body(); // Decoded here, by whatever codec the peer named.
    } catch (RuntimeException damaged) {
      malformed("a part, " + damaged.getMessage(), message.address());
      return;
    }
    if (part instanceof Part known) {
      receiver.received(known);
    } else {
      malformed("what is no part", message.address());
    }
  }

  private void malformed(String what, String address) {
    refusals.count(Refusal.MALFORMED, what + ", at address " + address);
  }

  /** Sends a knock; the other side may be gone. */
  void knock(String address, Knock knock) {
    bus.sender(address, knock.headers()).write(null).otherwiseEmpty();
  }

  /** Returns the way to an address, for the context that calls this. */
  Wire wire(String address, UnaryOperator<Part> seal) {
    return new BusWire(vertx, vertx.getOrCreateContext(), bus.sender(address, PARTS), seal);
  }

  /** Runs what takes long on another thread; the result comes on the context that calls this. */
  <T> Future<T> offLoop(Callable<T> work) {
    Context here = vertx.getOrCreateContext();
    return here.executeBlocking(work, false);
  }
}
