package dev.entourage.transport.vertx;

import dev.entourage.transport.vertx.Knock.Confirm;
import dev.entourage.transport.vertx.Knock.Hello;
import dev.entourage.transport.vertx.Knock.Sorry;
import dev.entourage.transport.vertx.Knock.Welcome;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Where drivers ask a host for links. A driver is let in when its key is listed and it has signed
 * what both have said, nonces included: so nothing that was heard elsewhere or earlier helps
 * anybody. Keys and signatures take milliseconds, which no event loop has.
 */
final class HostDoor {

  /** What is known of a driver that wants a link; the last two come with the answer to it. */
  private record Caller(Hello hello, Transcript transcript, LinkKeys keys) {}

  /** More drivers than any cluster has; bounds what peers gone wild can make a host remember. */
  private static final int MAX_LINKS = 4096;

  private final String name;
  private final String id;
  private final ClusterBus bus;
  private final Credentials credentials;
  private final Refusals refusals;
  private final Consumer<Agreed> opened;
  private final Pending<Caller> callers = new Pending<>();
  private final Calculations calculations;

  HostDoor(
      String name,
      String id,
      ClusterBus bus,
      Credentials credentials,
      Refusals refusals,
      Consumer<Agreed> opened) {
    this.name = name;
    this.id = id;
    this.bus = bus;
    this.credentials = credentials;
    this.refusals = refusals;
    this.opened = opened;
    this.calculations = new Calculations(bus);
  }

  /**
   * A driver wants a link.
   *
   * @param links how many there are
   * @param isTaken says whether there is or was a link of a name
   */
  void hello(Hello hello, int links, Predicate<String> isTaken, long now) {
    String session = ClusterLink.session(hello.link());
    if (!hello.host().equals(id)) {
      refuse(Refusal.WRONG_HOST, hello);
    } else if (!Notice.isName(session)) {
      refuse(Refusal.MALFORMED, hello);
    } else if (isTaken.test(hello.link()) || callers.get(hello.link()) != null) {
      refuse(Refusal.REPLAYED, hello);
    } else if (!credentials.trusts(hello.key())) {
      refuse(Refusal.UNKNOWN_KEY, hello);
    } else if (links >= MAX_LINKS) {
      refuse(Refusal.TOO_MANY, hello);
    } else {
      callers.put(hello.link(), new Caller(hello, null, null), now);
      calculations.run(
          () -> answer(hello),
          answer -> welcome(hello, answer, now),
          refusal -> refuse(refusal, hello));
    }
  }

  /** An answer to a driver, and what follows from it. */
  private record Answer(Welcome welcome, Caller caller) {}

  private Answer answer(Hello hello) throws RefusedException {
    Ephemeral ephemeral = Ephemeral.make();
    byte[] secret = ephemeral.agree(hello.ephemeral());
    Welcome unsigned =
        new Welcome(
            hello.link(), name, bus.node(), credentials.key(), Nonce.make(), ephemeral.text(), "");
    Transcript transcript = Transcript.of(hello, unsigned);
    String signature = base64(credentials.sign(transcript.toSign(Transcript.Role.HOST)));
    return new Answer(
        unsigned.signed(signature),
        new Caller(hello, transcript, LinkKeys.derive(secret, transcript)));
  }

  private void welcome(Hello hello, Answer answer, long now) {
    callers.put(hello.link(), answer.caller(), now);
    bus.knock(driver(hello.link()), answer.welcome());
  }

  /** A driver proves who it is. */
  void confirm(Confirm confirm) {
    Caller caller = callers.get(confirm.link());
    if (caller == null || caller.keys() == null) {
      refusals.count(Refusal.WRONG_LINK, "a proof for link " + confirm.link());
    } else {
      calculations.run(
          () -> check(caller, confirm), this::open, refusal -> refuse(refusal, caller.hello()));
    }
  }

  private Caller check(Caller caller, Confirm confirm) throws RefusedException {
    credentials.require(
        caller.hello().key(),
        caller.transcript().toSign(Transcript.Role.DRIVER),
        Base64.getDecoder().decode(confirm.signature()));
    return caller;
  }

  private void open(Caller caller) {
    Hello hello = caller.hello();
    if (callers.get(hello.link()) == caller) { // The same proof may have come twice.
      callers.remove(hello.link());
      opened.accept(
          new Agreed(
              hello.link(),
              ClusterLink.session(hello.link()),
              id,
              hello.node(),
              hello.key(),
              caller.keys()));
    }
  }

  private void refuse(Refusal refusal, Hello hello) {
    String driver = ClusterLink.session(hello.link());
    refusals.count(
        refusal,
        "a link to driver " + driver + " with key " + shown(hello.key()),
        () -> bus.peer(hello.node()));
    if (Notice.isName(driver) && refusal == Refusal.UNKNOWN_KEY) {
      bus.knock(driver(hello.link()), new Sorry(hello.link(), name, refusal.name()));
    }
  }

  private static String shown(String key) {
    return key.isEmpty() ? "none" : new PeerKey(key).fingerprint();
  }

  private static String driver(String link) {
    return Addresses.driver(ClusterLink.session(link));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Once a second. */
  void look(long now) {
    callers.look(now);
  }
}
