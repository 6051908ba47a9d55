package dev.entourage.preparer;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How often a class had been redefined in place when its file was captured. The JVM counts what
 * happens to a class for its subclasses, too, so a class has changed when it counts more than the
 * class above it.
 *
 * @param type the class
 * @param own what it counted
 * @param inherited what the class above it counted
 */
record Redefinitions(Class<?> type, int own, int inherited) {

  /** Our agent's questions, which change nothing and count. */
  private static final ClassValue<AtomicInteger> ASKED =
      new ClassValue<>() {
        @Override
        protected AtomicInteger computeValue(Class<?> type) {
          return new AtomicInteger();
        }
      };

  /** Hears that our agent has asked for a class. */
  static void asked(Class<?> type) {
    ASKED.get(type).incrementAndGet();
  }

  static Redefinitions of(Class<?> type) {
    return new Redefinitions(type, LiveClass.redefinitions(type), above(type));
  }

  /** Says whether a class is still what was loaded. */
  static boolean isAsLoaded(Class<?> type) {
    int counted = LiveClass.redefinitions(type);
    return counted == 0 || counted - ASKED.get(type).get() <= above(type);
  }

  /** Says whether the class is what it was. */
  boolean hold() {
    int now = LiveClass.redefinitions(type);
    return now == own || now - own <= above(type) - inherited;
  }

  private static int above(Class<?> type) {
    // To the JVM an interface is below Object, which Mockito redefines.
    Class<?> superclass = type.isInterface() ? Object.class : type.getSuperclass();
    return superclass == null ? 0 : LiveClass.redefinitions(superclass);
  }
}
