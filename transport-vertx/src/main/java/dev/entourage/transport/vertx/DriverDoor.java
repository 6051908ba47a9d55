package dev.entourage.transport.vertx;

import dev.entourage.transport.vertx.Knock.Confirm;
import dev.entourage.transport.vertx.Knock.Hello;
import dev.entourage.transport.vertx.Knock.Sorry;
import dev.entourage.transport.vertx.Knock.Welcome;
import java.util.Base64;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a driver asks hosts for links. A host is believed when its key is listed and it has signed
 * what both have said: a driver gives its code to nobody else.
 */
final class DriverDoor {

  private static final Logger LOG = LoggerFactory.getLogger(DriverDoor.class);

  /** What was said to a host. */
  private record Call(Hello hello, Ephemeral ephemeral, String host) {}

  /** What came of it. */
  private record Answer(Agreed agreed, Confirm confirm) {}

  private final String session;
  private final ClusterBus bus;
  private final Credentials credentials;
  private final Refusals refusals;
  private final Consumer<Agreed> agreed;
  private final Pending<Call> calls = new Pending<>();
  private final Calculations calculations;
  private long linksMade;
  private boolean sorry;

  DriverDoor(
      String session,
      ClusterBus bus,
      Credentials credentials,
      Refusals refusals,
      Consumer<Agreed> agreed) {
    this.session = session;
    this.bus = bus;
    this.credentials = credentials;
    this.refusals = refusals;
    this.agreed = agreed;
    this.calculations = new Calculations(bus);
  }

  /** Somebody says that a host is there. */
  void ask(String host, long now) {
    if (calls.any(call -> call.host().equals(host))) {
      return;
    }
    String link = ClusterLink.name(session, linksMade++);
    calls.put(link, new Call(null, null, host), now);
    calculations.run(() -> call(link, host), call -> say(call, now), refusal -> calls.remove(link));
  }

  private Call call(String link, String host) {
    Ephemeral ephemeral = Ephemeral.make();
    Hello hello =
        new Hello(link, host, bus.node(), credentials.key(), Nonce.make(), ephemeral.text());
    return new Call(hello, ephemeral, host);
  }

  private void say(Call call, long now) {
    calls.put(call.hello().link(), call, now);
    bus.knock(Addresses.host(call.host()), call.hello());
  }

  /** A host proves who it is. */
  void welcome(Welcome welcome) {
    Call call = calls.get(welcome.link());
    if (call == null || call.hello() == null) {
      refuse(Refusal.WRONG_LINK, welcome);
    } else {
      calculations.run(
          () -> check(call, welcome),
          answer -> confirm(call, answer),
          refusal -> refuse(refusal, welcome));
    }
  }

  private Answer check(Call call, Welcome welcome) throws RefusedException {
    Transcript transcript = Transcript.of(call.hello(), welcome);
    credentials.require(
        welcome.key(),
        transcript.toSign(Transcript.Role.HOST),
        Base64.getDecoder().decode(welcome.signature()));
    LinkKeys keys = LinkKeys.derive(call.ephemeral().agree(welcome.ephemeral()), transcript);
    byte[] signature = credentials.sign(transcript.toSign(Transcript.Role.DRIVER));
    return new Answer(
        new Agreed(
            welcome.link(), welcome.name(), call.host(), welcome.node(), welcome.key(), keys),
        new Confirm(welcome.link(), Base64.getEncoder().encodeToString(signature)));
  }

  private void confirm(Call call, Answer answer) {
    if (calls.get(answer.agreed().link()) == call) { // The same answer may have come twice.
      calls.remove(answer.agreed().link());
      agreed.accept(answer.agreed());
      bus.knock(Addresses.host(call.host()), answer.confirm());
    }
  }

  /** Somebody says that a host doesn't want us: worth a line, as all would wait for nothing. */
  void sorry(Sorry answer) {
    if (!sorry && calls.get(answer.link()) != null) {
      sorry = true;
      LOG.warn(
          "A host refused this driver: host={}, why={}, this driver's key={}. Is the key in the"
              + " host's list of drivers?",
          answer.name(),
          answer.why(),
          credentials.fingerprint());
    }
  }

  private void refuse(Refusal refusal, Welcome welcome) {
    refusals.count(
        refusal,
        "a host that calls itself " + welcome.name() + ", on link " + welcome.link(),
        () -> bus.peer(welcome.node()));
  }

  /** Once a second. */
  void look(long now) {
    calls.look(now);
  }

  /** Says whether hosts may be about to join. */
  boolean isBusy() {
    return calls.any(call -> true);
  }
}
