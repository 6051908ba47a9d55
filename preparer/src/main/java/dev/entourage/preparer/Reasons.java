package dev.entourage.preparer;

import dev.entourage.preparer.Overrides.Choice;
import java.nio.file.Path;
import java.util.List;

/** Why code travels or stays, in the words that people read. */
final class Reasons {

  static final String JDK = "part of the JDK";
  static final String API = "part of the API";
  static final String OURS = "part of Entourage";
  static final String INHERITED = "a jar of the class path, used where it is";
  static final String BARE = "in a jar that the workers don't see";
  static final String FOLDER = "not in a jar, so no worker has it";
  static final String LOADER = "not on the class path, so no worker has it";
  static final String MEMORY = "made in memory, though it claims to be of a jar";

  private Reasons() {}

  static String chosen(Choice choice) {
    return "the options say " + choice;
  }

  static String signed(List<String> by) {
    return "; workers don't see that it was signed by " + by;
  }

  static String shares(Path jar, String packageName, Path with) {
    String name = packageName.isEmpty() ? "the unnamed package" : "the package " + packageName;
    return jar.getFileName() + " has " + name + " in common with " + with + ", which travels";
  }

  static String sharesTravelling(Path jar, String packageName) {
    return jar.getFileName() + " has classes of the package " + packageName + ", which travels";
  }

  /** A step of a way that leads from a jar to what travels. */
  static String mentions(Path jar, String className, Path in) {
    return jar.getFileName() + " mentions " + className + " of " + in + ", which travels";
  }

  static String leads(Path jar, Path next, String rest) {
    return jar.getFileName() + " leads to " + next.getFileName() + ", and " + rest;
  }
}
