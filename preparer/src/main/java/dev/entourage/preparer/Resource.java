package dev.entourage.preparer;

/**
 * A file besides the classes that a code source holds.
 *
 * @param source the code source, as text
 * @param bytes its content
 */
record Resource(String source, byte[] bytes) {}
