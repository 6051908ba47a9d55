package dev.entourage.transport.vertx;

import dev.entourage.spi.Transport;
import io.vertx.core.Future;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The driver's side of the cluster: says that it is there, learns of hosts that come and go, and
 * keeps a link to each. All but {@link #send} happens on the context of its verticle.
 */
final class ClusterDriver {

  private static final Logger LOG = LoggerFactory.getLogger(ClusterDriver.class);

  /** A host that is there. */
  private record Peer(String name, String id, ClusterLink link) {}

  private final Transport.Driver driver;
  private final ClusterBus bus;
  private final Lives hosts = new Lives();
  private final Map<String, Peer> byName = new ConcurrentHashMap<>();
  private final Map<String, Peer> byLink = new ConcurrentHashMap<>();
  private long linksMade;
  private boolean gathering = true;
  private boolean closed;

  ClusterDriver(Transport.Driver driver, ClusterBus bus) {
    this.driver = driver;
    this.bus = bus;
  }

  void open() {
    announce(Notice.Kind.HERE, driver.session());
  }

  /** The driver sends a frame; on any thread. */
  void send(String host, byte[] frame) {
    Peer peer = byName.get(host);
    if (peer != null) {
      peer.link().outlet().send(frame);
    }
  }

  /** A host said something. */
  void heard(Notice host, long now) {
    if (closed) {
      return;
    }
    switch (host.kind()) {
      case HERE -> greet(host, now);
      case BYE -> left(host.name(), host.id(), "it has closed");
      case UNLINK -> unlinked(host.id());
      default -> throw new IllegalStateException(host.toString());
    }
  }

  private void greet(Notice host, long now) {
    Peer known = byName.get(host.name());
    if (known == null) {
      hosts.heard(host.id(), host.node(), now);
      join(host.name(), host.id());
    } else if (known.id().equals(host.id())) {
      hosts.heard(host.id(), host.node(), now);
    } else {
      LOG.warn("Two hosts have one name, and the later one is not used: name={}", host.name());
    }
  }

  private void join(String name, String id) {
    String link = ClusterLink.name(driver.session(), linksMade++);
    Outlet outlet =
        new Outlet(
            link,
            bus.wire(Addresses.host(id)),
            failure -> breakOff(byLink.get(link), "it can't be reached: " + failure));
    Inlet inlet = new Inlet(frame -> driver.received(name, frame));
    Peer peer = new Peer(name, id, new ClusterLink(link, outlet, inlet));
    byLink.put(link, peer);
    byName.put(name, peer);
    if (!gathering) {
      driver.joined(name);
    }
  }

  /**
   * Hosts are reported together after the first second: nodes learn of the driver one after
   * another, and the first to answer would get all its workers.
   */
  private void gathered() {
    gathering = false;
    byName.keySet().forEach(driver::joined);
  }

  /** A host sent a part. */
  void received(Part part, long now) {
    Peer peer = byLink.get(part.link());
    if (peer != null && !closed) {
      try {
        peer.link().inlet().accept(part, now);
      } catch (BrokenLinkException broken) {
        breakOff(peer, broken.getMessage());
      }
    }
  }

  /** Once a second: says that it is there, and looks who isn't. */
  void beat(long now) {
    announce(Notice.Kind.HERE, driver.session());
    hosts.look(bus.nodes());
    if (gathering) {
      gathered();
    }
    for (Peer peer : byName.values()) {
      if (hosts.isGone(peer.id(), now)) {
        breakOff(peer, "it is gone");
      } else if (peer.link().stalled(now)) {
        breakOff(peer, "a part never came");
      }
    }
  }

  private void unlinked(String link) {
    Peer peer = byLink.get(link);
    if (peer != null) {
      left(peer.name(), peer.id(), "it ended the link");
    }
  }

  /** Ends a link that the host knows nothing of yet. */
  private void breakOff(Peer peer, String reason) {
    if (byLink.containsKey(peer.link().name())) {
      left(peer.name(), peer.id(), reason);
      announce(Notice.Kind.UNLINK, peer.link().name());
    }
  }

  private void left(String name, String id, String reason) {
    Peer peer = byName.get(name);
    if (peer != null && peer.id().equals(id)) {
      LOG.info("A host has left: host={}, reason={}", name, reason);
      byName.remove(name);
      byLink.remove(peer.link().name());
      peer.link().outlet().close();
      hosts.forget(id);
      if (!gathering) {
        driver.left(name);
      }
    }
  }

  /** The driver leaves: nothing is told to it any more. */
  Future<Void> close() {
    closed = true;
    byName.values().forEach(peer -> peer.link().outlet().close());
    byName.clear();
    byLink.clear();
    return announce(Notice.Kind.BYE, driver.session());
  }

  /** The node leaves under a driver that didn't: its hosts are out of reach. */
  Future<Void> abandon() {
    byName.values().forEach(peer -> left(peer.name(), peer.id(), "this node has left the cluster"));
    return close();
  }

  private Future<Void> announce(Notice.Kind kind, String subject) {
    return bus.publish(Addresses.DRIVERS, new Notice(kind, driver.session(), subject, bus.node()));
  }
}
