package dev.entourage.benchmarks;

import com.hazelcast.config.Config;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.io.IOException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/**
 * A bare clustered event bus, this JVM and another, held together by Hazelcast on the loopback
 * interface.
 *
 * @param jvm the other JVM
 * @param vertx this one's
 */
record BusPeer(PeerJvm jvm, Vertx vertx) implements AutoCloseable {

  private static final String TRIPLE = "triple";
  private static final String ECHO = "echo";
  private static final int PORT = 15_701;

  static BusPeer start() throws IOException, InterruptedException, ExecutionException {
    return new BusPeer(PeerJvm.start(BusPeer.class), join());
  }

  CompletionStage<Integer> triple(int x) {
    return vertx
        .eventBus()
        .<Integer>request(TRIPLE, x)
        .map(reply -> reply.body())
        .toCompletionStage();
  }

  CompletionStage<Buffer> echo(Buffer bytes) {
    return vertx
        .eventBus()
        .<Buffer>request(ECHO, bytes)
        .map(reply -> reply.body())
        .toCompletionStage();
  }

  @Override
  public void close() {
    jvm.close();
    vertx.close();
  }

  /**
   * Runs the other JVM.
   *
   * @param arguments none
   */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    Vertx vertx = join();
    vertx
        .eventBus()
        .<Integer>consumer(TRIPLE, message -> message.reply(message.body() * 3))
        .completion()
        .toCompletionStage()
        .toCompletableFuture()
        .get();
    vertx
        .eventBus()
        .<Buffer>consumer(ECHO, message -> message.reply(message.body()))
        .completion()
        .toCompletionStage()
        .toCompletableFuture()
        .get();
    PeerJvm.serve("ready");
  }

  private static Vertx join() throws InterruptedException, ExecutionException {
    return Vertx.builder()
        .with(new VertxOptions().setEventBusOptions(new EventBusOptions().setHost("127.0.0.1")))
        .withClusterManager(new HazelcastClusterManager(config()))
        .buildClustered()
        .toCompletionStage()
        .toCompletableFuture()
        .get();
  }

  private static Config config() {
    Config config = new Config().setClusterName("entourage-benchmarks");
    config
        .setProperty("hazelcast.logging.type", "none")
        .setProperty("hazelcast.phone.home.enabled", "false")
        .setProperty("hazelcast.wait.seconds.before.join", "0")
        .setProperty("hazelcast.socket.bind.any", "false");
    config.getNetworkConfig().setPort(PORT).setPortAutoIncrement(true);
    config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
    config.getNetworkConfig().getJoin().getAutoDetectionConfig().setEnabled(false);
    config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
    config.getNetworkConfig().getJoin().getTcpIpConfig().setEnabled(true).addMember("127.0.0.1");
    return config;
  }
}
