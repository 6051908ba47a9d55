package dev.entourage.preparer;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Makes a driver's tasks ready to travel: runs the layers, and closes the manifest when a task is
 * encoded. Thread-safe; one for each pool.
 *
 * @since 0.1
 */
public final class Preparer {

  /**
   * Makes a preparer.
   *
   * @param options what decides how tasks are prepared
   */
  public Preparer(PreparerOptions options) {
    throw new UnsupportedOperationException("Preparer");
  }

  /**
   * Runs the layers over a task.
   *
   * @param root a task or any object, which isn't changed
   * @return the prepared task
   * @throws dev.entourage.PreparationException when it holds something that can't travel
   */
  public PreparedTask prepare(Object root) {
    throw new UnsupportedOperationException("prepare");
  }

  /**
   * Closes the manifest of a task. Warm tasks get the manifest of the last one with the same
   * classes.
   *
   * @param task what was prepared
   * @param encoded the classes that the marshaller reported
   * @return the manifest, which {@link #library()} knows from now on
   * @throws dev.entourage.PreparationException when a class file can't be had, or one name stands
   *     for two classes
   */
  public Manifest seal(PreparedTask task, Set<Class<?>> encoded) {
    throw new UnsupportedOperationException("seal");
  }

  /**
   * Returns the normal form of this driver for encoding.
   *
   * @return it, with the user's replacing layers and the kinds of the options
   */
  public dev.entourage.spi.NormalForm normalForm() {
    throw new UnsupportedOperationException("normalForm");
  }

  /**
   * Returns what answers the workers' questions for code.
   *
   * @return the library of all manifests that were sealed here
   */
  public CodeLibrary library() {
    throw new UnsupportedOperationException("library");
  }

  /**
   * Returns the files whose classes travel by reference: what workers must show through their
   * inherited loader.
   *
   * @return the jars of the driver's class path and module path, manifest-only jars expanded; empty
   *     when workers are bare
   */
  public List<Path> inherited() {
    throw new UnsupportedOperationException("inherited");
  }
}
