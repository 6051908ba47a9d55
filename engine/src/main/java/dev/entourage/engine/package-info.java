/**
 * Both ends of a pool that aren't a worker.
 *
 * <p>On the driver {@link dev.entourage.engine.PoolEngine} makes pools, found by {@link
 * dev.entourage.Workers#builder()}. Transports build on {@link dev.entourage.engine.Host}, which
 * owns the worker JVMs of one machine.
 */
package dev.entourage.engine;
