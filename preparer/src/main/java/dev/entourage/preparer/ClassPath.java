package dev.entourage.preparer;

import java.nio.file.Path;
import java.util.List;

/**
 * What a class path is made of, in its order.
 *
 * @param jars its files, absolute, those that the manifests of others name among them
 * @param folders its folders, absolute
 */
record ClassPath(List<Path> jars, List<Path> folders) {

  /** Of which nothing stays. */
  static final ClassPath EMPTY = new ClassPath(List.of(), List.of());

  ClassPath {
    jars = List.copyOf(jars);
    folders = List.copyOf(folders);
  }
}
