package dev.entourage.transport.vertx;

import dev.entourage.spi.Transport;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The driver's side of the cluster: asks the hosts that are there for links, and learns which of
 * them come and go. All but {@link #send} happens on the context of its verticle.
 */
final class ClusterDriver implements ClusterBus.Receiver {

  private static final Logger LOG = LoggerFactory.getLogger(ClusterDriver.class);

  /** The first hosts are waited for until then, even if some are slow to prove who they are. */
  private static final int MAX_GATHERING = 3;

  /** How many beats there are between two looks at the list of hosts. */
  private static final int LIST_ROUNDS = 5;

  /** How often two hosts of one name are told of. */
  private static final long NAMESAKE_PAUSE = 10_000_000_000L;

  /** A host, and the link to it. */
  private record Peer(Agreed agreed, ClusterLink link) {

    String name() {
      return agreed.name();
    }
  }

  private final Transport.Driver driver;
  private final ClusterBus bus;
  private final Credentials credentials;
  private final Refusals refusals;
  private final DriverDoor door;
  private final Lives lives = new Lives();
  private final Ended ended = new Ended();
  private final Map<String, Peer> byName = new ConcurrentHashMap<>();
  private final Map<String, Peer> byLink = new ConcurrentHashMap<>();
  private long rounds;
  private long warned = System.nanoTime() - NAMESAKE_PAUSE;
  private boolean gathering = true;
  private boolean closed;

  ClusterDriver(
      Transport.Driver driver, ClusterBus bus, Credentials credentials, Refusals refusals) {
    this.driver = driver;
    this.bus = bus;
    this.credentials = credentials;
    this.refusals = refusals;
    this.door = new DriverDoor(driver.session(), bus, credentials, refusals, this::agreed);
  }

  void open() {
    announce();
  }

  /** The driver sends a frame; on any thread. */
  void send(String host, byte[] frame) {
    Peer peer = byName.get(host);
    if (peer != null) {
      peer.link().send(frame);
    }
  }

  /** Somebody says that a host is there. */
  void heard(Notice host, long now) {
    if (closed || byLink.values().stream().anyMatch(peer -> isOf(peer, host))) {
      return;
    }
    if (byName.containsKey(host.name())) {
      warnOfNamesake(host.name(), now);
    } else {
      door.ask(host.id(), now);
    }
  }

  private static boolean isOf(Peer peer, Notice host) {
    return peer.agreed().id().equals(host.id());
  }

  private void warnOfNamesake(String name, long now) {
    if (now - warned > NAMESAKE_PAUSE) {
      warned = now;
      LOG.warn("Two hosts have one name, and the later one is not used: name={}", name);
    }
  }

  @Override
  public void knocked(Knock knock) {
    if (!closed && knock instanceof Knock.Welcome welcome) {
      door.welcome(welcome);
    } else if (!closed && knock instanceof Knock.Sorry sorry) {
      door.sorry(sorry);
    }
  }

  private void agreed(Agreed agreed) {
    agreed(agreed, System.nanoTime());
  }

  /** A host has proven who it is. It joins with its first beat, when it believes the driver too. */
  void agreed(Agreed host, long now) {
    if (closed) {
      return;
    }
    String name = host.name();
    String link = host.link();
    ClusterLink opened =
        new ClusterLink(
            link,
            new Seal(host.keys().toDriver()),
            new Seal(host.keys().toHost()),
            seal -> bus.wire(Addresses.host(host.id()), seal),
            frame -> driver.received(name, frame),
            failure -> breakOff(link, "it can't be reached: " + failure),
            now);
    byLink.put(link, new Peer(host, opened));
    lives.heard(link, host.node(), now);
  }

  private void join(Peer host, long now) {
    Peer other = byName.putIfAbsent(host.name(), host);
    if (other == null) {
      LOG.info(
          "A host has joined: host={}, key={}", host.name(), credentials.name(host.agreed().key()));
      host.link().beat(now);
      if (!gathering) {
        driver.joined(host.name());
      }
    } else if (other != host) {
      warnOfNamesake(host.name(), now);
      breakOff(host.link().name(), "another host has its name");
    }
  }

  /**
   * Hosts are reported together after the first second: nodes learn of the driver one after
   * another, and the first to answer would get all its workers.
   */
  private void gather() {
    boolean waiting = door.isBusy() || byName.size() < byLink.size();
    if (gathering && (!waiting || rounds >= MAX_GATHERING)) {
      gathering = false;
      byName.keySet().forEach(driver::joined);
    }
  }

  @Override
  public void received(Part part) {
    received(part, System.nanoTime());
  }

  /** A host sent a part. */
  void received(Part part, long now) {
    Peer peer = byLink.get(part.link());
    if (peer != null) {
      accept(peer, part, now);
    } else if (!closed && !ended.knows(part.link())) {
      refusals.count(Refusal.WRONG_LINK, "a part of link " + part.link());
    }
  }

  private void accept(Peer peer, Part part, long now) {
    try {
      peer.link()
          .received(part, now)
          .ifPresentOrElse(reason -> left(peer, reason), () -> heard(peer, now));
    } catch (RefusedException refused) {
      refusals.count(
          refused.refusal(), "a part of link " + part.link(), () -> bus.peer(peer.agreed().node()));
    } catch (BrokenLinkException broken) {
      breakOff(part.link(), broken.getMessage());
    }
  }

  private void heard(Peer peer, long now) {
    if (byLink.containsKey(peer.link().name())) { // A frame may have ended it.
      lives.heard(peer.link().name(), peer.agreed().node(), now);
      join(peer, now);
    }
  }

  /** Once a second: says that it is there, and looks who isn't. */
  void beat(long now) {
    rounds++;
    door.look(now);
    lives.look(bus.nodes(), now);
    gather();
    byLink.forEach((link, peer) -> beat(link, peer, now));
    if (byName.isEmpty()) {
      announce();
    }
    if (rounds % LIST_ROUNDS == 0) {
      bus.offLoop(this::refresh).onSuccess(done -> leaveUnlisted());
    }
  }

  private void beat(String link, Peer peer, long now) {
    if (lives.isGone(link, now)) {
      breakOff(link, "it is gone");
    } else if (peer.link().stalled(now)) {
      breakOff(link, "a part never came");
    } else if (byName.get(peer.name()) == peer) {
      peer.link().beat(now);
    }
  }

  private Void refresh() {
    credentials.refresh();
    return null;
  }

  private void leaveUnlisted() {
    byLink.forEach(
        (link, peer) -> {
          if (!credentials.trusts(peer.agreed().key())) {
            breakOff(link, "its key is no longer listed");
          }
        });
  }

  /** Ends a link that the host knows nothing of yet. */
  private void breakOff(String link, String reason) {
    Peer peer = byLink.get(link);
    if (peer != null) {
      left(peer, reason);
      peer.link().end(reason);
    }
  }

  private void left(Peer peer, String reason) {
    String link = peer.link().name();
    byLink.remove(link);
    ended.add(link);
    lives.forget(link);
    peer.link().close();
    if (byName.remove(peer.name(), peer)) {
      LOG.info("A host has left: host={}, reason={}", peer.name(), reason);
      if (!gathering) {
        driver.left(peer.name());
      }
    }
  }

  /** The driver leaves: nothing is told to it any more. */
  Future<Void> close() {
    closed = true;
    List<Future<Void>> told =
        byLink.values().stream().map(peer -> peer.link().end("the driver has closed")).toList();
    byName.clear();
    byLink.clear();
    return Future.join(told).mapEmpty();
  }

  /** The node leaves under a driver that didn't: its hosts are out of reach. */
  Future<Void> abandon() {
    byLink.keySet().forEach(link -> breakOff(link, "this node has left the cluster"));
    return close();
  }

  private void announce() {
    bus.publish(Addresses.DRIVERS, new Notice(driver.session(), driver.session(), bus.node()));
  }
}
