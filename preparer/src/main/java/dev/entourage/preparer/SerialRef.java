package dev.entourage.preparer;

import java.io.Serializable;

/**
 * Stands in a serial form for an object that was cut off.
 *
 * @param part the number of the part
 */
record SerialRef(int part) implements Serializable {}
