package dev.entourage.preparer;

/**
 * An object that a worker has already, since static fields hold it.
 *
 * @param group the version of the fields that brought it
 * @param row its row in their table
 */
record External(long group, int row) {}
