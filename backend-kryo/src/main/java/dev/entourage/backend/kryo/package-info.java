/**
 * Object graphs as Kryo streams.
 *
 * <p>Meet {@link dev.entourage.backend.kryo.KryoBackend} first; it makes marshallers, which pool
 * instances of {@code EntourageKryo}. That one decides which serializer writes which class. {@code
 * Cycles} knows, on both sides, which objects are complete: what hashes or compares its parts is
 * filled when they are.
 */
package dev.entourage.backend.kryo;
