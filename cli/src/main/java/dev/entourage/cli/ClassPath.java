package dev.entourage.cli;

import java.io.File;
import java.util.List;

/** The class path of scripts: ours without what only the command line needs. */
final class ClassPath {

  private ClassPath() {}

  /** Returns what the launcher gives to scripts; without a launcher, this JVM's own path. */
  static String text() {
    return System.getProperty("entourage.classpath", System.getProperty("java.class.path", ""));
  }

  static List<String> entries() {
    return List.of(text().split(File.pathSeparator));
  }
}
