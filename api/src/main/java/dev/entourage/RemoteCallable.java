package dev.entourage;

import java.io.Serializable;
import java.util.concurrent.Callable;

/**
 * A task with a result that runs in a worker JVM.
 *
 * <p>It extends {@link Serializable} so that the compiler makes each lambda of this type one that
 * can be taken apart; what the lambda captures needs no marker.
 *
 * @param <R> the type of the result
 * @since 0.1
 */
@FunctionalInterface
public interface RemoteCallable<R> extends Callable<R>, Serializable {}
