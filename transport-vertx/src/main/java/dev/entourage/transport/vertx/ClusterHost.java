package dev.entourage.transport.vertx;

import io.vertx.core.Future;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host's side of the cluster: says that it is there, keeps a link to each driver that sends it
 * frames, and ends the workers of drivers that are gone.
 *
 * <p>To the host each link is a session of its own, so that a driver which was lost and found again
 * starts afresh. All but {@link #send} happens on the context of its verticle.
 */
final class ClusterHost {

  private static final Logger LOG = LoggerFactory.getLogger(ClusterHost.class);

  /** More drivers than any cluster has; bounds what a peer gone wild can make a host remember. */
  private static final int MAX_LINKS = 4096;

  private final String name;
  private final String id;
  private final ClusterBus bus;
  private final Lives drivers = new Lives();
  private final Map<String, ClusterLink> links = new ConcurrentHashMap<>();
  private volatile HostEnd end;

  ClusterHost(String name, ClusterBus bus) {
    this.name = name;
    this.id = name + "@" + UUID.randomUUID();
    this.bus = bus;
  }

  /** Returns what tells this life of the host from others; frames go to its address. */
  String id() {
    return id;
  }

  /** Says whose frames these are; called before anything can be heard. */
  void attach(HostEnd host) {
    end = host;
  }

  void open() {
    announce(Notice.Kind.HERE, id);
  }

  /** The host sends a frame; on any thread. */
  void send(String link, byte[] frame) {
    ClusterLink known = links.get(link);
    if (known != null) {
      known.outlet().send(frame);
    }
  }

  /** A driver said something. */
  void heard(Notice driver, long now) {
    switch (driver.kind()) {
      case HERE -> greet(driver, now);
      case BYE -> bye(driver.name());
      case UNLINK -> end(driver.id(), "the driver ended it");
      default -> throw new IllegalStateException(driver.toString());
    }
  }

  private void greet(Notice driver, long now) {
    boolean isNew = !drivers.knows(driver.name());
    drivers.heard(driver.name(), driver.node(), now);
    if (isNew) {
      announce(Notice.Kind.HERE, id);
    }
  }

  private void bye(String session) {
    drivers.forget(session);
    links.keySet().stream()
        .filter(link -> ClusterLink.session(link).equals(session))
        .forEach(link -> end(link, "the driver has closed"));
  }

  /** A driver sent a part. */
  void received(Part part, long now) {
    ClusterLink link = links.get(part.link());
    if (link == null) {
      link = open(part.link(), now);
    }
    if (link != null) {
      accept(link, part, now);
    }
  }

  private ClusterLink open(String name, long now) {
    String session = ClusterLink.session(name);
    if (!Notice.isName(session) || links.size() >= MAX_LINKS) {
      LOG.warn("A link was refused: link={}, open links={}", name, links.size());
      return null;
    }
    if (!drivers.knows(session)) {
      drivers.heard(session, "", now); // A frame may overtake the first beat.
    }
    ClusterLink link =
        new ClusterLink(
            name,
            new Outlet(
                name,
                bus.wire(Addresses.driver(session)),
                failure -> breakOff(name, "the driver can't be reached: " + failure)),
            new Inlet(frame -> end.received(name, frame)));
    links.put(name, link);
    return link;
  }

  private void accept(ClusterLink link, Part part, long now) {
    try {
      link.inlet().accept(part, now);
    } catch (BrokenLinkException broken) {
      breakOff(link.name(), broken.getMessage());
    }
  }

  /** Once a second: says that it is there, and looks who isn't. */
  void beat(long now) {
    announce(Notice.Kind.HERE, id);
    drivers.look(bus.nodes());
    for (ClusterLink link : links.values()) {
      if (drivers.isGone(ClusterLink.session(link.name()), now)) {
        breakOff(link.name(), "the driver is gone");
      } else if (link.stalled(now)) {
        breakOff(link.name(), "a part never came");
      }
    }
    drivers.forgetGone(now);
  }

  /** Ends a link that the driver knows nothing of yet. */
  private void breakOff(String link, String reason) {
    if (links.containsKey(link)) {
      end(link, reason);
      announce(Notice.Kind.UNLINK, link);
    }
  }

  private void end(String link, String reason) {
    ClusterLink ended = links.remove(link);
    if (ended != null) {
      ended.outlet().close();
      LOG.info("A link has ended: link={}, reason={}", link, reason);
      end.driverLeft(link);
    }
  }

  Future<Void> bye() {
    links.values().forEach(link -> link.outlet().close());
    links.clear();
    return announce(Notice.Kind.BYE, id);
  }

  private Future<Void> announce(Notice.Kind kind, String subject) {
    return bus.publish(Addresses.HOSTS, new Notice(kind, name, subject, bus.node()));
  }
}
