package dev.entourage.preparer;

import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * The classes of the JDK that any result may hold: data, collections, dates, numbers, functions and
 * all errors. What acts on its own, such as threads, processes and loaders, is never among them.
 */
final class PlatformData {

  /** A trailing dot means the packages below, too. */
  private static final List<String> PACKAGES =
      List.of(
          "java.io",
          "java.lang",
          "java.lang.annotation",
          "java.lang.constant",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.awt.geom",
          "java.math",
          "java.net",
          "java.nio",
          "java.nio.charset",
          "java.nio.file",
          "java.nio.file.attribute",
          "java.security",
          "java.security.cert",
          "java.security.spec",
          "java.sql",
          "java.text",
          "java.time.",
          "java.util.",
          "javax.crypto.spec",
          "javax.security.auth.x500",
          // What TimeZone, documents and generators of random numbers are made of.
          "com.sun.org.apache.xerces.internal.dom",
          "jdk.internal.random",
          "jdk.random",
          "sun.util.calendar");

  private static final Set<Class<?>> ACTORS =
      Set.of(
          Thread.class,
          ThreadGroup.class,
          ClassLoader.class,
          Process.class,
          ProcessBuilder.class,
          Runtime.class,
          ServiceLoader.class);

  private PlatformData() {}

  /** Whether a result may hold a class of the JDK which the task's code mentions or not. */
  static boolean allows(Class<?> type, boolean mentioned) {
    return ACTORS.stream().noneMatch(actor -> actor.isAssignableFrom(type))
        && (mentioned
            || Throwable.class.isAssignableFrom(type)
            || PACKAGES.stream().anyMatch(name -> fits(name, type.getPackageName())));
  }

  private static boolean fits(String allowed, String packageName) {
    return packageName.equals(allowed)
        || allowed.endsWith(".") && (packageName + '.').startsWith(allowed);
  }
}
