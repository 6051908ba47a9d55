package dev.entourage.preparer;

import java.util.Set;

/**
 * A task that went through the layers: it can travel, and its classes are known. The driver's own
 * object is in it, unchanged.
 *
 * @param root what to encode
 * @param roots the classes that were found in the graph or added by a layer; their closure is the
 *     manifest's business
 * @param depth how many references the deepest object is away from the root, at most; it tells the
 *     codec how big a stack it needs
 * @param statics the values of static fields that it may read
 * @since 0.1
 */
public record PreparedTask(Object root, Set<Class<?>> roots, int depth, Statics statics) {}
