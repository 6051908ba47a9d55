package dev.entourage.engine;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a host offers.
 *
 * @param name the host's name, as drivers see it
 * @param maxWorkers how many worker JVMs it runs at once, over all sessions
 * @param sameMachine whether drivers run in the host's own JVM, so that paths mean the same to both
 * @param code the folder where workers keep class files for those to come; empty: they keep none
 * @since 0.1
 */
public record HostOptions(String name, int maxWorkers, boolean sameMachine, Optional<Path> code) {

  /**
   * Describes a host whose workers keep no class files.
   *
   * @param name the host's name, as drivers see it
   * @param maxWorkers how many worker JVMs it runs at once, over all sessions
   * @param sameMachine whether drivers run in the host's own JVM
   */
  public HostOptions(String name, int maxWorkers, boolean sameMachine) {
    this(name, maxWorkers, sameMachine, Optional.empty());
  }

  /**
   * Describes a host of drivers on other machines. Its workers keep class files in the folder of
   * this user's for that; where it isn't safe, or the system property {@code entourage.code} is
   * {@code off}, they keep none.
   *
   * @param name the host's name, as drivers see it
   * @param maxWorkers how many worker JVMs it runs at once, over all sessions
   * @return its options
   */
  public static HostOptions ofCluster(String name, int maxWorkers) {
    return new HostOptions(name, maxWorkers, false, CacheFolder.forCode());
  }
}
