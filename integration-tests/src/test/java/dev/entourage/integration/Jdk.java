package dev.entourage.integration;

import java.nio.file.Path;

/**
 * An installed JDK.
 *
 * @param home its {@code java.home}
 * @param feature the first number of its version, such as 17
 */
record Jdk(Path home, int feature) {

  /** Returns the launcher. */
  Path java() {
    return home.resolve("bin").resolve("java");
  }

  /** Returns some other tool, such as {@code jar}. */
  Path tool(String name) {
    return home.resolve("bin").resolve(name);
  }

  @Override
  public String toString() {
    return "JDK " + feature;
  }
}
