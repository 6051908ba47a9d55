package dev.entourage.transport.vertx;

import dev.entourage.engine.Host;
import dev.entourage.engine.HostEnd;
import dev.entourage.engine.Uplink;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host's side of the cluster: says that it is there, keeps a link to each driver that may have
 * one, and ends the workers of drivers that are gone.
 *
 * <p>To the host each link is a session of its own, so that a driver which was lost and found again
 * starts afresh. All but what the {@link Host} calls happens on the context of its verticle.
 */
final class ClusterHost implements ClusterBus.Receiver, Uplink {

  private static final Logger LOG = LoggerFactory.getLogger(ClusterHost.class);

  /** Everybody is told once a second anyway; more often only when somebody asks. */
  private static final long MIN_PAUSE = 100_000_000L;

  /** How many beats there are between two looks at the list of drivers. */
  private static final int LIST_ROUNDS = 5;

  /** A driver, and the link to it. */
  private record Peer(Agreed agreed, ClusterLink link) {}

  private final String name;
  private final String id;
  private final ClusterBus bus;
  private final Credentials credentials;
  private final Refusals refusals;
  private final HostDoor door;
  private final Lives lives;
  private final Ended ended = new Ended();
  private final Map<String, Peer> links = new ConcurrentHashMap<>();
  private volatile HostEnd end;
  private boolean retired;
  private long announced;
  private long rounds;

  /**
   * Makes the side of a host.
   *
   * @param name the host's name
   * @param grace for how many nanoseconds the workers of a driver that is gone go on
   */
  ClusterHost(String name, long grace, ClusterBus bus, Credentials credentials, Refusals refusals) {
    this.name = name;
    this.lives = new Lives(grace, grace);
    this.id = name + "@" + UUID.randomUUID();
    this.bus = bus;
    this.credentials = credentials;
    this.refusals = refusals;
    this.door = new HostDoor(name, id, bus, credentials, refusals, this::opened);
  }

  /** Returns what tells this life of the host from others; frames go to its address. */
  String id() {
    return id;
  }

  /** Says whose frames these are; called before anything can be heard. */
  void attach(HostEnd host) {
    end = host;
  }

  void open(long now) {
    announce(now);
  }

  /** The host sends a frame; on any thread. */
  @Override
  public void send(String link, byte[] frame) {
    Peer known = links.get(link);
    if (known != null) {
      known.link().send(frame);
    }
  }

  @Override
  public String driver(String link) {
    Peer known = links.get(link);
    return known == null ? "" : credentials.name(known.agreed().key());
  }

  @Override
  public Map<String, Long> refused() {
    return refusals.met();
  }

  /** A driver says that it is there: it wants to know who else is. */
  void heard(long now) {
    if (now - announced >= MIN_PAUSE) {
      announce(now);
    }
  }

  @Override
  public void knocked(Knock knock) {
    knocked(knock, System.nanoTime());
  }

  private void knocked(Knock knock, long now) {
    if (knock instanceof Knock.Hello hello) {
      door.hello(hello, links.size(), link -> links.containsKey(link) || ended.knows(link), now);
    } else if (knock instanceof Knock.Confirm confirm) {
      door.confirm(confirm);
    }
  }

  private void opened(Agreed agreed) {
    opened(agreed, System.nanoTime());
  }

  /** A driver has proven who it is. */
  void opened(Agreed driver, long now) {
    String link = driver.link();
    endOlder(driver);
    ClusterLink opened =
        new ClusterLink(
            link,
            new Seal(driver.keys().toHost()),
            new Seal(driver.keys().toDriver()),
            seal -> bus.wire(Addresses.driver(driver.name()), seal),
            frame -> end.received(link, frame),
            failure -> breakOff(link, "the driver can't be reached: " + failure),
            now);
    links.put(link, new Peer(driver, opened));
    lives.heard(link, driver.node(), now);
    LOG.info("A link has begun: link={}, driver={}", link, credentials.name(driver.key()));
    opened.beat(now);
  }

  /** A driver that was cut off and has come back runs its tasks anew. */
  private void endOlder(Agreed driver) {
    String session = ClusterLink.session(driver.link());
    links.forEach(
        (link, peer) -> {
          if (ClusterLink.session(link).equals(session)
              && peer.agreed().key().equals(driver.key())) {
            end(link, "the driver has opened another");
          }
        });
  }

  @Override
  public void received(Part part) {
    received(part, System.nanoTime());
  }

  /** A driver sent a part. */
  void received(Part part, long now) {
    Peer peer = links.get(part.link());
    if (peer != null) {
      accept(peer, part, now);
    } else if (!ended.knows(part.link())) {
      refusals.count(Refusal.WRONG_LINK, "a part of link " + part.link());
    }
  }

  private void accept(Peer peer, Part part, long now) {
    try {
      peer.link()
          .received(part, now)
          .ifPresentOrElse(
              reason -> end(part.link(), reason),
              () -> lives.heard(part.link(), peer.agreed().node(), now));
    } catch (RefusedException refused) {
      refusals.count(
          refused.refusal(), "a part of link " + part.link(), () -> bus.peer(peer.agreed().node()));
    } catch (BrokenLinkException broken) {
      breakOff(part.link(), broken.getMessage());
    }
  }

  /** Once a second: says that it is there, and looks who isn't. */
  void beat(long now) {
    announce(now);
    door.look(now);
    lives.look(bus.nodes(), now);
    links.forEach((link, peer) -> beat(link, peer, now));
    if (++rounds % LIST_ROUNDS == 0) {
      bus.offLoop(this::refresh).onSuccess(done -> endUnlisted());
    }
  }

  private void beat(String name, Peer peer, long now) {
    if (lives.isGone(name, now)) {
      breakOff(name, "the driver is gone");
    } else if (peer.link().stalled(now)) {
      breakOff(name, "a part never came");
    } else {
      peer.link().beat(now);
    }
  }

  private Void refresh() {
    credentials.refresh();
    return null;
  }

  private void endUnlisted() {
    links.forEach(
        (link, peer) -> {
          if (!credentials.trusts(peer.agreed().key())) {
            breakOff(link, "the driver's key is no longer listed");
          }
        });
  }

  /** Ends a link that the driver knows nothing of yet. */
  private void breakOff(String link, String reason) {
    Peer peer = links.get(link);
    if (peer != null) {
      end(link, reason);
      peer.link().end(reason);
    }
  }

  private void end(String link, String reason) {
    Peer peer = links.remove(link);
    if (peer != null) {
      ended.add(link);
      lives.forget(link);
      peer.link().close();
      LOG.info("A link has ended: link={}, reason={}", link, reason);
      end.driverLeft(link);
    }
  }

  /** Isn't there any more for drivers that have no link. */
  void retire() {
    retired = true;
  }

  Future<Void> bye() {
    List<Future<Void>> told =
        links.values().stream().map(peer -> peer.link().end("the host has closed")).toList();
    links.clear();
    return Future.join(told).mapEmpty();
  }

  private void announce(long now) {
    announced = now;
    if (retired) {
      return;
    }
    bus.publish(Addresses.HOSTS, new Notice(name, id, bus.node()));
  }
}
