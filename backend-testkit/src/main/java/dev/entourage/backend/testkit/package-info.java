/**
 * The contract of every backend.
 *
 * <p>Meet {@link dev.entourage.backend.testkit.BackendContract} first: a backend's test extends it.
 * {@code Cases} lists programs that lie beside the classes as sources; {@code Program} compiles
 * them into loaders that see nothing else, {@code Journey} takes what they make to a worker and
 * back as a task would go: prepared, encoded, sealed, found by the session's loader, decoded.
 * {@code Trials} remembers the verdicts, of which {@code FeatureTable} makes a backend's column of
 * {@code docs/backends.md}; {@code -Dentourage.features=write} writes it there.
 */
package dev.entourage.backend.testkit;
