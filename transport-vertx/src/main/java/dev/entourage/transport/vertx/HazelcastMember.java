package dev.entourage.transport.vertx;

import com.hazelcast.config.Config;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MultiMapConfig;
import com.hazelcast.config.NetworkConfig;
import dev.entourage.ConfigurationException;
import io.vertx.core.spi.cluster.ClusterManager;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Describes a Hazelcast member that keeps to itself. Loaded only where Hazelcast is there. */
final class HazelcastMember {

  private HazelcastMember() {}

  static ClusterManager manager(ClusterOptions options) {
    return new HazelcastClusterManager(config(options));
  }

  static Config config(ClusterOptions options) {
    Config config = new Config().setClusterName(options.clusterName());
    config
        .setProperty("hazelcast.logging.type", "slf4j")
        .setProperty("hazelcast.phone.home.enabled", "false")
        // By default a member listens on every interface, whatever address it was told.
        .setProperty("hazelcast.socket.bind.any", "false")
        // Nobody gathers here for a simultaneous start; by default each waits 5 s for others.
        .setProperty("hazelcast.wait.seconds.before.join", "0")
        // By default a leaving member may wait 10 minutes for others that left before it.
        .setProperty("hazelcast.graceful.shutdown.max.wait", "10");
    refuseForeignClasses(config);
    bind(config.getNetworkConfig(), options);
    join(config.getNetworkConfig().getJoin(), options);
    addVertxMaps(config);
    return config;
  }

  /**
   * Members send each other serialized objects. Nothing but Hazelcast's, Vert.x's and the JDK's is
   * read here, so that no class which happens to be on the path can be made to do something.
   */
  private static void refuseForeignClasses(Config config) {
    JavaSerializationFilterConfig filter = new JavaSerializationFilterConfig();
    filter.getWhitelist().addPrefixes("io.vertx.");
    config.getSerializationConfig().setJavaSerializationFilterConfig(filter);
  }

  private static void bind(NetworkConfig network, ClusterOptions options) {
    network.setPort(options.port()).setPortAutoIncrement(true);
    network.getInterfaces().setEnabled(true).addInterface(address(options.host()));
  }

  /** Hazelcast knows interfaces by their addresses alone. */
  private static String address(String host) {
    try {
      return InetAddress.getByName(host).getHostAddress();
    } catch (UnknownHostException unknown) {
      throw new ConfigurationException("Option host is no address of anything: host=" + host);
    }
  }

  private static void join(JoinConfig join, ClusterOptions options) {
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(true).setMembers(options.members());
  }

  /** Vert.x keeps registrations and addresses of nodes in these, each on two members. */
  private static void addVertxMaps(Config config) {
    config
        .addMultiMapConfig(
            new MultiMapConfig("__vertx.subs")
                .setBackupCount(1)
                .setValueCollectionType(MultiMapConfig.ValueCollectionType.SET))
        .addMapConfig(new MapConfig("__vertx.haInfo").setBackupCount(1))
        .addMapConfig(new MapConfig("__vertx.nodeInfo").setBackupCount(1));
  }
}
