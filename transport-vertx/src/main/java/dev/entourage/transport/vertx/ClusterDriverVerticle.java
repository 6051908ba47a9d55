package dev.entourage.transport.vertx;

import dev.entourage.spi.Transport;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

/** Puts a driver's side on the bus of its node. */
final class ClusterDriverVerticle extends VerticleBase {

  private final Transport.Driver driver;
  private final Credentials credentials;
  private final Refusals refusals;
  private volatile ClusterDriver side;
  private volatile boolean leaving;

  ClusterDriverVerticle(Transport.Driver driver, Credentials credentials, Refusals refusals) {
    this.driver = driver;
    this.credentials = credentials;
    this.refusals = refusals;
  }

  @Override
  public Future<?> start() {
    ClusterBus bus = new ClusterBus(vertx, refusals);
    ClusterDriver opened = new ClusterDriver(driver, bus, credentials, refusals);
    side = opened;
    return Future.all(
            bus.listen(Addresses.driver(driver.session()), opened),
            bus.listenToNotices(Addresses.HOSTS, host -> opened.heard(host, System.nanoTime())))
        .onSuccess(
            listening -> {
              vertx.setPeriodic(Lives.BEAT_MILLIS, timer -> opened.beat(System.nanoTime()));
              opened.open();
            });
  }

  /** Says that the driver leaves by itself, before the verticle is undeployed. */
  void leave() {
    leaving = true;
  }

  void send(String host, byte[] frame) {
    side.send(host, frame);
  }

  @Override
  public Future<?> stop() {
    return leaving ? side.close() : side.abandon();
  }
}
