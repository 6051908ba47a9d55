package dev.entourage.preparer;

/**
 * What travels in the place of an object that libraries disagree on: a lambda, a {@code Class}, an
 * immutable list.
 *
 * @param kind which sort of object, such as {@code lambda}
 * @param head names and other texts; never part of a cycle
 * @param parts what the object is made of; arbitrary objects
 * @since 0.1
 */
public record Form(String kind, String[] head, Object[] parts) {}
