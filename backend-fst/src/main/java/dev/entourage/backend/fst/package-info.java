/**
 * Object graphs in FST's binary encoding: the normal form lays a graph out as a table of plain
 * arrays, and FST's stream coder writes these.
 *
 * <p>Meet {@link dev.entourage.backend.fst.FstBackend} first. {@code FstWriter} and {@code
 * FstReader} know the layout of the bytes.
 */
package dev.entourage.backend.fst;
