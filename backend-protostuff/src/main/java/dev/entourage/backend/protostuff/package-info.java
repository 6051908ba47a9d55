/**
 * Object graphs as protobuf messages: the normal form lays a graph out as a table of plain arrays,
 * and Protostuff writes these.
 *
 * <p>Meet {@link dev.entourage.backend.protostuff.ProtostuffBackend} first. {@code TableSchema}
 * knows the fields of the message, {@code TableMessage} checks what is read.
 */
package dev.entourage.backend.protostuff;
