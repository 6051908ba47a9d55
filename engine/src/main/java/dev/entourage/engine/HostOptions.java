package dev.entourage.engine;

/**
 * What a host offers.
 *
 * @param name the host's name, as drivers see it
 * @param maxWorkers how many worker JVMs it runs at once, over all sessions
 * @param sameMachine whether drivers run in the host's own JVM, so that paths mean the same to both
 * @since 0.1
 */
public record HostOptions(String name, int maxWorkers, boolean sameMachine) {}
