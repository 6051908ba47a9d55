package dev.entourage.transport.vertx;

import dev.entourage.HostInfo;
import dev.entourage.engine.Host;
import dev.entourage.engine.HostEnd;
import dev.entourage.engine.HostOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
 * WorkerVerticleOptions#insecureLoopback()} for trials on one machine. It also fails without keys,
 * see {@link WorkerVerticleOptions#withKeys}: a certificate lets a node speak on the bus, and only
 * a listed key lets a driver run code. Leave {@code EventBusOptions.setTrustAll} off: it lets a
 * node talk to impostors. Undeploying lets the tasks that are under way end, for so long as {@link
 * WorkerVerticleOptions#drain()} says, sends all others elsewhere, and ends the worker JVMs of this
 * verticle. Deploy each instance once; several may live on one Vert.x, under names of their own.
 *
 * @since 0.1
 */
public final class WorkerVerticle extends VerticleBase {

  private final WorkerVerticleOptions options;
  private final HostEnd.Factory hosts;
  private final Refusals refusals = new Refusals();
  private volatile ClusterHost side;
  private volatile HostEnd host;

  /**
   * Makes a verticle, for {@code Vertx.deployVerticle}.
   *
   * @param options what it offers
   */
  public WorkerVerticle(WorkerVerticleOptions options) {
    this(options, Host::new);
  }

  WorkerVerticle(WorkerVerticleOptions options, HostEnd.Factory hosts) {
    this.options = Objects.requireNonNull(options, "options");
    this.hosts = hosts;
  }

  /** Returns the host's name. */
  String hostName() {
    return options.hostName();
  }

  /** Returns a snapshot, as soon as there is something to tell. */
  Optional<HostInfo> known() {
    return Optional.ofNullable(host).map(HostEnd::info);
  }

  /**
   * Tells how often something from the bus was refused, and why; since this verticle was made. A
   * peer that is refused is told of in the log as well.
   *
   * @return a count for each reason, those never met as well
   */
  public Map<Refusal, Long> refusals() {
    return refusals.counts();
  }

  /**
   * Tells what this host does, and for whom; also when it has been undeployed. On any thread.
   *
   * @return a snapshot
   * @throws IllegalStateException before it was deployed
   */
  public HostInfo info() {
    return known()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "A host must be deployed before it can tell of itself: hostName="
                        + options.hostName()));
  }

  @Override
  public Future<?> start() {
    ClusterBus bus = new ClusterBus(vertx, refusals);
    return vertx
        .executeBlocking(() -> openHost(bus))
        .compose(opened -> listen(bus))
        .onSuccess(listening -> serve())
        .recover(this::giveUp);
  }

  private HostEnd openHost(ClusterBus bus) {
    ClusterTrust.require(vertx, options.insecureLoopback());
    side =
        new ClusterHost(
            options.hostName(), options.grace().toNanos(), bus, options.credentials(), refusals);
    host = hosts.open(hostOptions(), side);
    side.attach(host);
    return host;
  }

  private Future<Void> giveUp(Throwable failure) {
    Future<Void> ended = host == null ? Future.succeededFuture() : endHost();
    return ended.transform(any -> Future.failedFuture(failure));
  }

  private Future<Void> listen(ClusterBus bus) {
    return Future.all(
            bus.listen(Addresses.host(side.id()), side),
            bus.listenToNotices(Addresses.DRIVERS, driver -> side.heard(System.nanoTime())))
        .mapEmpty();
  }

  private HostOptions hostOptions() {
    return HostOptions.ofCluster(options.hostName(), options.maxWorkers());
  }

  private void serve() {
    side.open(System.nanoTime());
    vertx.setPeriodic(Lives.BEAT_MILLIS, timer -> side.beat(System.nanoTime()));
  }

  @Override
  public Future<?> stop() {
    side.retire();
    return drainHost().compose(drained -> side.bye()).compose(told -> endHost());
  }

  /** Beats and results go on meanwhile. */
  private Future<Boolean> drainHost() {
    HostEnd drained = host;
    return vertx.executeBlocking(() -> drained.drain(options.drain().toSeconds()), false);
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
