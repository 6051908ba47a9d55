package dev.entourage.transport.vertx;

/**
 * What a driver and a host have agreed on: each knows who the other is, and only they the keys.
 *
 * @param link the link's name
 * @param name the other side's name: the host's, or the driver's session
 * @param id the host's id
 * @param node the cluster's id of the other side's node
 * @param key the other side's public key, or an empty text
 * @param keys the link's
 */
record Agreed(String link, String name, String id, String node, String key, LinkKeys keys) {}
