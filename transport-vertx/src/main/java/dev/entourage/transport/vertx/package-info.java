/**
 * Workers on a Vert.x cluster. Most people meet none of these types: {@link
 * dev.entourage.transport.vertx.ClusterTransport} is found by its id.
 *
 * <p>Who has a clustered Vert.x of their own deploys {@link
 * dev.entourage.transport.vertx.WorkerVerticle} on the nodes that serve tasks, and joins them with
 * {@link dev.entourage.transport.vertx.VertxWorkers} from the nodes that have some. {@link
 * dev.entourage.transport.vertx.HostMain} is a program that does just that.
 */
package dev.entourage.transport.vertx;
