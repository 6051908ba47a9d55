package dev.entourage.transport.vertx;

import dev.entourage.engine.HostOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.Objects;

/**
 * Serves tasks from a node of a Vert.x cluster: drivers that join the cluster find it and run their
 * tasks in worker JVMs that it starts. No task runs in the node's own JVM.
 *
 * <pre>{@code
 * Vertx.builder().with(options).withClusterManager(manager).buildClustered()
 *     .compose(vertx -> vertx.deployVerticle(new WorkerVerticle(WorkerVerticleOptions.defaults())));
 * }</pre>
 *
 * <p>Deploying fails with a {@link dev.entourage.ConfigurationException} when the event bus has no
 * TLS with required client certificates, because whoever reaches the bus runs code here; see {@link
 * WorkerVerticleOptions#insecureLoopback()} for trials on one machine. Leave {@code
 * EventBusOptions.setTrustAll} off: it lets a node talk to impostors. Undeploying ends all worker
 * JVMs of this verticle. Deploy each instance once; several may live on one Vert.x, under names of
 * their own.
 *
 * @since 0.1
 */
public final class WorkerVerticle extends VerticleBase {

  private final WorkerVerticleOptions options;
  private final HostEnd.Factory hosts;
  private ClusterHost side;
  private volatile HostEnd host;

  /**
   * Makes a verticle, for {@code Vertx.deployVerticle}.
   *
   * @param options what it offers
   */
  public WorkerVerticle(WorkerVerticleOptions options) {
    this(options, HostEnd::open);
  }

  WorkerVerticle(WorkerVerticleOptions options, HostEnd.Factory hosts) {
    this.options = Objects.requireNonNull(options, "options");
    this.hosts = hosts;
  }

  @Override
  public Future<?> start() {
    ClusterBus bus = new ClusterBus(vertx);
    side = new ClusterHost(options.hostName(), bus);
    return vertx
        .executeBlocking(this::openHost)
        .compose(opened -> listen(bus))
        .onSuccess(listening -> serve())
        .recover(this::giveUp);
  }

  private HostEnd openHost() {
    ClusterTrust.require(vertx, options.insecureLoopback());
    host = hosts.open(hostOptions(), side::send);
    side.attach(host);
    return host;
  }

  private Future<Void> giveUp(Throwable failure) {
    Future<Void> ended = host == null ? Future.succeededFuture() : endHost();
    return ended.transform(any -> Future.failedFuture(failure));
  }

  private Future<Void> listen(ClusterBus bus) {
    return Future.all(
            bus.listenToParts(
                Addresses.host(side.id()), part -> side.received(part, System.nanoTime())),
            bus.listenToNotices(Addresses.DRIVERS, driver -> side.heard(driver, System.nanoTime())))
        .mapEmpty();
  }

  private HostOptions hostOptions() {
    return HostOptions.ofCluster(options.hostName(), options.maxWorkers());
  }

  private void serve() {
    side.open();
    vertx.setPeriodic(Lives.BEAT_MILLIS, timer -> side.beat(System.nanoTime()));
  }

  @Override
  public Future<?> stop() {
    return side.bye().compose(told -> endHost());
  }

  private Future<Void> endHost() {
    HostEnd ended = host;
    return vertx.executeBlocking(
        () -> {
          ended.close();
          return null;
        },
        false);
  }
}
