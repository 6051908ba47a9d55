package dev.entourage.preparer;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.HashSet;
import java.util.Set;

/**
 * What the JVM knows of a class that it has loaded, whatever its file says: how often it was
 * redefined in place, and the constants of its code. An agent that changes code brings constants
 * along, nearly always, and code that changes later is counted. Nothing is asked of the JVM's
 * tools, so it costs a look; where the JDK lets nobody look, all that is known is that nothing is.
 */
final class LiveClass {

  private static final VarHandle REDEFINED = redefined();
  private static final Pool POOL = Pool.open();

  /** Errors that the JVM itself puts into methods that a class lacks, behind all else. */
  private static final Set<String> OF_THE_JVM =
      Set.of("java/lang/AbstractMethodError", "java/lang/IncompatibleClassChangeError");

  private LiveClass() {}

  /** Returns how often a class, or a class above it, was redefined since it was loaded. */
  static int redefinitions(Class<?> type) {
    return REDEFINED == null ? 0 : (int) REDEFINED.get(type);
  }

  /** Says whether a class has as many constants as its file. */
  static boolean hasConstants(Class<?> type, int count) {
    return POOL == null || POOL.has(type, count);
  }

  /** Returns the texts among a class's constants: names, descriptors, strings. */
  static Set<String> texts(Class<?> type) {
    return POOL == null ? Set.of() : POOL.texts(type);
  }

  private static VarHandle redefined() {
    try {
      return TrustedLookup.isAvailable()
          ? TrustedLookup.in(Class.class)
              .findVarHandle(Class.class, "classRedefinedCount", int.class)
          : null;
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  /** The JDK's own reader of constants. */
  private record Pool(MethodHandle of, MethodHandle size, MethodHandle tag, MethodHandle text) {

    static Pool open() {
      if (!TrustedLookup.isAvailable()) {
        return null;
      }
      try {
        Class<?> type = Class.forName("jdk.internal.reflect.ConstantPool");
        Class<?> kind = Class.forName("jdk.internal.reflect.ConstantPool$Tag");
        Lookup lookup = TrustedLookup.in(type);
        return new Pool(
            as(Object.class, TrustedLookup.in(Class.class), Class.class, "getConstantPool", type),
            as(int.class, lookup, type, "getSize", int.class),
            as(Object.class, lookup, type, "getTagAt", kind, int.class),
            as(String.class, lookup, type, "getUTF8At", String.class, int.class));
      } catch (ReflectiveOperationException e) {
        return null;
      }
    }

    private static MethodHandle as(
        Class<?> seen, Lookup lookup, Class<?> in, String name, Class<?> result, Class<?>... takes)
        throws ReflectiveOperationException {
      MethodHandle found = lookup.findVirtual(in, name, MethodType.methodType(result, takes));
      Class<?> receiver = in == Class.class ? Class.class : Object.class;
      return found.asType(
          MethodType.methodType(seen, takes).insertParameterTypes(0, new Class<?>[] {receiver}));
    }

    boolean has(Class<?> type, int count) {
      try {
        Object pool = of.invoke(type);
        int live = (int) size.invokeExact(pool);
        return live == count || live > count && isOfTheJvm(pool, count);
      } catch (Throwable e) {
        throw failure(type, e);
      }
    }

    Set<String> texts(Class<?> type) {
      try {
        Object pool = of.invoke(type);
        int live = (int) size.invokeExact(pool);
        Set<String> texts = new HashSet<>();
        for (int i = 1; i < live && !isOfTheJvm(pool, i); i++) {
          if (isText(pool, i)) {
            texts.add((String) text.invokeExact(pool, i));
          }
        }
        return texts;
      } catch (Throwable e) {
        throw failure(type, e);
      }
    }

    private boolean isOfTheJvm(Object pool, int index) throws Throwable {
      return isText(pool, index) && OF_THE_JVM.contains((String) text.invokeExact(pool, index));
    }

    private boolean isText(Object pool, int index) throws Throwable {
      try {
        return ((Object) tag.invokeExact(pool, index)).toString().equals("UTF8");
      } catch (IllegalArgumentException e) {
        // The reader doesn't know constants that code makes, which JaCoCo's is full of.
        return false;
      }
    }

    private static IllegalStateException failure(Class<?> type, Throwable e) {
      return new IllegalStateException("The JVM doesn't tell its constants: " + type, e);
    }
  }
}
