package dev.entourage.preparer;

import dev.entourage.ConfigurationException;
import java.lang.module.ModuleFinder;

/**
 * The class of the JDK that {@link SerialAccess} needs. Its module is there wherever Java chooses
 * the modules itself, and may be missing in linked images and where {@code java} starts a module.
 */
final class SerialFactory {

  private static final String MODULE = "jdk.unsupported";

  private SerialFactory() {}

  /**
   * Returns the class. A pool asks for it before anything of ours is initialised that can't be
   * without: an initialiser that failed would tell its reason only once, and not to everybody.
   */
  static Class<?> type() {
    try {
      return Class.forName("sun.reflect.ReflectionFactory");
    } catch (ClassNotFoundException e) {
      throw new ConfigurationException(
          "Entourage needs a module of the JDK that this Java runs without: module="
              + MODULE
              + ", java.home="
              + System.getProperty("java.home")
              + ". "
              + fix(),
          e);
    }
  }

  private static String fix() {
    return ModuleFinder.ofSystem().find(MODULE).isPresent()
        ? "Start it with java --add-modules " + MODULE + ", or jshell -J--add-modules=" + MODULE
        : "Link the image with it: jlink --add-modules " + MODULE + ",…";
  }
}
