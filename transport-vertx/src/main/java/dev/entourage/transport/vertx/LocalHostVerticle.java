package dev.entourage.transport.vertx;

import dev.entourage.engine.HostOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;

/** The host of a process pool, in the driver's own JVM. */
final class LocalHostVerticle extends VerticleBase {

  private final HostEnd.Factory factory;
  private HostEnd host;

  LocalHostVerticle(HostEnd.Factory factory) {
    this.factory = factory;
  }

  @Override
  public Future<?> start() {
    HostOptions options = new HostOptions(LocalBus.HOST, Integer.MAX_VALUE, true);
    LocalBus bus = new LocalBus(vertx);
    host = factory.open(options, bus::toDriver);
    return bus.atHost(part -> host.received(part.link(), part.bytes()));
  }

  @Override
  public Future<?> stop() {
    return vertx.executeBlocking(this::end);
  }

  private Void end() {
    host.close();
    return null;
  }
}
