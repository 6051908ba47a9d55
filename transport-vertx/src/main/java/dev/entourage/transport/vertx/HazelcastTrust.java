package dev.entourage.transport.vertx;

import com.hazelcast.cluster.Address;
import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.spi.properties.ClusterProperty;
import com.hazelcast.spi.properties.HazelcastProperties;
import io.vertx.core.spi.cluster.ClusterManager;
import io.vertx.spi.cluster.hazelcast.HazelcastClusterManager;
import java.util.ArrayList;
import java.util.List;

/** Looks at a Hazelcast member. Loaded only where Hazelcast is there. */
final class HazelcastTrust {

  private HazelcastTrust() {}

  /** Lists what of the member can be reached from elsewhere, or reaches out by itself. */
  static List<String> flaws(ClusterManager manager) {
    HazelcastInstance member = ((HazelcastClusterManager) manager).getHazelcastInstance();
    Address address = member.getCluster().getLocalMember().getAddress();
    List<String> flaws =
        new ArrayList<>(
            ClusterTrust.bindFlaws("Hazelcast's member", address.getHost(), address.getPort()));
    flaws.addAll(flaws(member.getConfig()));
    return flaws;
  }

  /** Lists the ways in which a member with this configuration reaches out by itself. */
  static List<String> flaws(Config config) {
    List<String> flaws = new ArrayList<>();
    if (usesMulticast(join(config))) {
      flaws.add("Hazelcast looks for members by multicast or auto-detection: turn both off");
    }
    if (new HazelcastProperties(config).getBoolean(ClusterProperty.PHONE_HOME_ENABLED)) {
      flaws.add("Hazelcast phones home: set hazelcast.phone.home.enabled=false");
    }
    return flaws;
  }

  private static JoinConfig join(Config config) {
    return config.getAdvancedNetworkConfig().isEnabled()
        ? config.getAdvancedNetworkConfig().getJoin()
        : config.getNetworkConfig().getJoin();
  }

  private static boolean usesMulticast(JoinConfig join) {
    return join.getMulticastConfig().isEnabled() || join.isAutoDetectionEnabled();
  }
}
