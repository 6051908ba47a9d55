package dev.entourage.worker;

import dev.entourage.Shared;

/**
 * A function that travels with each of its items.
 *
 * @param get the function
 * @param <S> its type
 */
record Direct<S>(S get) implements Shared<S> {}
