/**
 * Run any lambda on another JVM; its classes come along.
 *
 * <p>Meet {@link dev.entourage.Workers} first: it opens a pool, and {@code submit}, {@code map} and
 * {@code share} are its verbs. Functions are {@link dev.entourage.RemoteCallable}, {@link
 * dev.entourage.RemoteFunction} and {@link dev.entourage.RemoteRunnable}; a lambda is enough for
 * each. {@link dev.entourage.CallOptions} changes how one call runs, {@link dev.entourage.Shared}
 * is a value that is sent once a worker, and {@link dev.entourage.WorkerInfo} says who is there.
 *
 * <p>All errors are unchecked and extend {@link dev.entourage.EntourageException}. What goes wrong
 * before sending is thrown at once; what goes wrong later ends the future.
 */
package dev.entourage;
