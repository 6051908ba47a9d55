/**
 * The commands behind the launcher. {@link dev.entourage.cli.Main} lists them; each is a class of
 * its own. {@code run} alone is the launcher's, because it must not start a second JVM.
 */
package dev.entourage.cli;
