/**
 * Makes tasks ready to travel, and finds their classes where they arrive.
 *
 * <p>On the driver meet {@link dev.entourage.preparer.Preparer} first: it runs the layers and
 * closes the {@link dev.entourage.preparer.Manifest}. {@link dev.entourage.preparer.CodeLibrary}
 * answers the workers. On a worker {@link dev.entourage.preparer.SessionLoaders} turns a manifest's
 * id into a class loader. {@link dev.entourage.preparer.Codec} encodes and decodes on both sides,
 * over {@link dev.entourage.preparer.NormalForms}.
 */
package dev.entourage.preparer;
