/**
 * Object graphs in Kryo's binary encoding: the normal form lays a graph out as a table of plain
 * arrays, and these go into Kryo's streams.
 *
 * <p>Meet {@link dev.entourage.backend.kryo.KryoBackend} first. {@code KryoWriter} and {@code
 * KryoReader} know the layout of the bytes.
 */
package dev.entourage.backend.kryo;
