package dev.entourage.backend.testkit;

import dev.entourage.preparer.SessionLoaders;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;

/** A program of one class and its members, loaded somewhere. */
record Program(Class<?> main) {

  /** Compiles a program of this package and loads it where nobody else sees it. */
  static Program load(String name) {
    return of(name, Sources.compiled(name));
  }

  /** Loads a program's class files where nobody else sees them. */
  static Program of(String name, Map<String, byte[]> classes) {
    return in(new Memory(classes), name);
  }

  /** Finds a program in a loader, such as a worker's. */
  static Program in(ClassLoader loader, String name) {
    try {
      return new Program(Class.forName("cases." + name, true, loader));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** Makes what travels; each element is the root of a journey of its own. */
  Object[] roots() {
    return has("roots") ? (Object[]) call("roots") : new Object[] {call("make")};
  }

  private boolean has(String method) {
    return Arrays.stream(main.getDeclaredMethods()).anyMatch(m -> m.getName().equals(method));
  }

  /** Says all that is to be kept. */
  String show(Object root) {
    return (String) call("show", root);
  }

  Object call(String name, Object... arguments) {
    Method method =
        Arrays.stream(main.getDeclaredMethods())
            .filter(m -> m.getName().equals(name))
            .findFirst()
            .orElseThrow(() -> new AssertionError(main + " has no method " + name));
    method.setAccessible(true);
    try {
      return method.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw new AssertionError(e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  /** A driver's loader: gives its class files away, and shows the JDK and the API besides. */
  private static final class Memory extends ClassLoader {

    private final Map<String, byte[]> classes;

    Memory(Map<String, byte[]> classes) {
      super(SessionLoaders.platformAndApi());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }

    @Override
    public InputStream getResourceAsStream(String path) {
      byte[] bytes = classes.get(path.replaceAll("\\.class$", "").replace('/', '.'));
      return bytes == null ? super.getResourceAsStream(path) : new ByteArrayInputStream(bytes);
    }
  }
}
