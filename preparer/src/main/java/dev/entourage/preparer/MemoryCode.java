package dev.entourage.preparer;

import java.net.URL;

/** Tells scripts, snippets and classes that were made in memory from those of files. */
final class MemoryCode {

  /** Defines what Groovy compiles while a program runs, and gives it the script as its place. */
  private static final String GROOVY = "groovy.lang.GroovyClassLoader$InnerLoader";

  private static final ClassValue<Boolean> KNOWN =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return decide(type);
        }
      };

  private MemoryCode() {}

  /** Says whether a class of the user's lives in memory only. */
  static boolean has(Class<?> type) {
    return KNOWN.get(type);
  }

  private static boolean decide(Class<?> type) {
    if (type.isArray() || type.isPrimitive() || type.isHidden() || type.getClassLoader() == null) {
      return false;
    }
    URL location = CodeSources.location(type);
    return location == null
        ? !type.getModule().isNamed()
        : Scans.isRedefinable(type)
            || location.getPath().endsWith(".java")
            || type.getClassLoader().getClass().getName().equals(GROOVY);
  }
}
