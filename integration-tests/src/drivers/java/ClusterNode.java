import dev.entourage.transport.vertx.WorkerVerticle;
import dev.entourage.transport.vertx.WorkerVerticleOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;

/** A member of the cluster that serves tasks until its standard input ends. */
public class ClusterNode {

  public static void main(String[] args) throws Exception {
    VertxOptions options =
        new VertxOptions().setEventBusOptions(new EventBusOptions().setHost("127.0.0.1"));
    Vertx vertx =
        Vertx.builder()
            .with(options)
            .withClusterManager(new HazelcastClusterManager())
            .buildClustered()
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    WorkerVerticleOptions offer =
        WorkerVerticleOptions.defaults()
            .withHostName(args[0])
            .withMaxWorkers(2)
            .withInsecureLoopback(true);
    vertx
        .deployVerticle(new WorkerVerticle(offer))
        .toCompletionStage()
        .toCompletableFuture()
        .join();
    System.out.println("driver=" + ProcessHandle.current().pid());
    System.out.println("ready");
    System.in.read();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
