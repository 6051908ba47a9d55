/**
 * What a worker JVM runs, and the wire that reaches it.
 *
 * <p>Meet {@link dev.entourage.worker.WorkerMain} first, then {@link
 * dev.entourage.worker.LinkMessage}: what driver and worker say to each other. {@link
 * dev.entourage.worker.BusMessage} is what driver and host say; a host relays link frames without
 * looking into them. {@link dev.entourage.worker.Link} carries frames over a socket. {@link
 * dev.entourage.worker.Apply} and {@link dev.entourage.worker.SharedKind} are our own objects that
 * travel inside tasks.
 */
package dev.entourage.worker;
