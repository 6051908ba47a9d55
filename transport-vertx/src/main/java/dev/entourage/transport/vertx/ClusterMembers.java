package dev.entourage.transport.vertx;

import dev.entourage.ConfigurationException;
import dev.entourage.HostInfo;
import dev.entourage.engine.Census;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the hosts of a cluster do at this moment. Whoever asks joins the cluster as a driver does,
 * with a key that the hosts list, and leaves it again; no session of others notices.
 *
 * @since 0.1
 */
public final class ClusterMembers {

  private ClusterMembers() {}

  /**
   * Asks all hosts. Blocks for the seconds that joining a cluster takes.
   *
   * @param options those of {@link ClusterTransport}
   * @param patience how long to wait for hosts, and for their answers
   * @return what they answered, by name; nothing where no host has
   * @throws ConfigurationException when the options don't do, or the cluster can't be joined
   */
  public static List<HostInfo> ask(Map<String, String> options, Duration patience) {
    return Census.take(new ClusterTransport(), options, patience);
  }
}
