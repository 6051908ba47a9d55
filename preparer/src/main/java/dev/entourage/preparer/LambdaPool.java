package dev.entourage.preparer;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The constants of a lambda's hidden class: what its methods call and the classes they cast to. A
 * hidden class has no file to read, but the JVM keeps its constants.
 *
 * @param calls the methods that are called
 * @param classes the internal names of the classes, in the order in which its code needs them
 */
record LambdaPool(List<Call> calls, List<String> classes) {

  /**
   * A method that is called.
   *
   * @param owner its class, as in {@code a/Foo}
   * @param name its name
   * @param type its descriptor
   */
  record Call(String owner, String name, String type) {}

  /** Reads the constants of a hidden class; needs a trusted lookup. */
  static LambdaPool of(Class<?> hidden) throws Throwable {
    Lookup lookup = TrustedLookup.in(Class.class);
    Class<?> poolType = Class.forName("jdk.internal.reflect.ConstantPool");
    Object pool =
        lookup
            .findVirtual(Class.class, "getConstantPool", MethodType.methodType(poolType))
            .invoke(hidden);
    return new Reader(hidden, pool, TrustedLookup.in(poolType)).read();
  }

  /** Returns the handle that was given to the class instead of a call; null for almost all. */
  static MethodHandle classData(Class<?> hidden) throws Throwable {
    Object data =
        TrustedLookup.in(Class.class)
            .findGetter(Class.class, "classData", Object.class)
            .invoke(hidden);
    return data instanceof MethodHandle handle ? handle : null;
  }

  /** Asks the JDK's own reader. */
  private static final class Reader {

    private final Object pool;
    private final Lookup lookup;
    private final MethodHandle tag;
    private final MethodHandle member;
    private final List<Call> calls = new ArrayList<>();
    private final Set<String> classes = new LinkedHashSet<>();
    private final Class<?> hidden;

    Reader(Class<?> hidden, Object pool, Lookup lookup) throws ReflectiveOperationException {
      this.hidden = hidden;
      this.pool = pool;
      this.lookup = lookup;
      this.tag = method("getTagAt", Class.forName("jdk.internal.reflect.ConstantPool$Tag"));
      this.member = method("getMemberRefInfoAt", String[].class);
    }

    private MethodHandle method(String name, Class<?> result) throws ReflectiveOperationException {
      return lookup.findVirtual(pool.getClass(), name, MethodType.methodType(result, int.class));
    }

    LambdaPool read() throws Throwable {
      MethodHandle size =
          lookup.findVirtual(pool.getClass(), "getSize", MethodType.methodType(int.class));
      int constants = (int) size.invoke(pool);
      for (int i = 1; i < constants; i++) {
        take(i);
      }
      return new LambdaPool(List.copyOf(calls), List.copyOf(classes));
    }

    private void take(int index) throws Throwable {
      Object kind = tag.invoke(pool, index);
      switch (kind.toString()) {
        case "METHODREF", "INTERFACEMETHODREF" -> {
          String[] call = (String[]) member.invoke(pool, index);
          calls.add(new Call(call[0], call[1], call[2]));
        }
        case "CLASS" -> {
          Class<?> type = (Class<?>) method("getClassAt", Class.class).invoke(pool, index);
          if (type != hidden) {
            classes.add(type.getName().replace('.', '/'));
          }
        }
        default -> {}
      }
    }
  }
}
