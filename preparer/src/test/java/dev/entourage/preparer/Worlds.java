package dev.entourage.preparer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources in memory, and defines them in as many loaders as a test wants. */
final class Worlds {

  private static final Pattern CLASS = Pattern.compile("(?:class|record|interface|enum) (\\w+)");

  private final Map<String, byte[]> classes = new HashMap<>();

  /** Compiles classes; a source's first class names it. */
  static Worlds of(String... sources) {
    Worlds worlds = new Worlds();
    worlds.compile(sources);
    return worlds;
  }

  /** A loader that lets nobody look up as its classes, like a driver's. */
  ClassLoader driver() {
    return new World(classes);
  }

  /** A loader like a worker's session loader. */
  ClassLoader worker() {
    return new Session(classes);
  }

  /** The class files by name, in an order. */
  Map<String, byte[]> classes() {
    return new TreeMap<>(classes);
  }

  private void compile(String... sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<JavaFileObject> units = new ArrayList<>();
    for (String source : sources) {
      units.add(new Source(name(source), source));
    }
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    Output output = new Output(compiler.getStandardFileManager(problems, null, null), classes);
    List<String> options = List.of("-proc:none", "-Xlint:none", "-g");
    if (!compiler.getTask(null, output, problems, options, null, units).call()) {
      throw new IllegalArgumentException(problems.getDiagnostics().toString());
    }
  }

  private static String name(String source) {
    Matcher matcher = CLASS.matcher(source);
    if (!matcher.find()) {
      throw new IllegalArgumentException("No class in " + source);
    }
    return matcher.group(1);
  }

  /** Defines classes, and gives their files away. */
  static class World extends ClassLoader {

    private final Map<String, byte[]> classes;

    World(Map<String, byte[]> classes) {
      super(Worlds.class.getClassLoader());
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
    public InputStream getResourceAsStream(String name) {
      byte[] bytes = classes.get(name.replace('/', '.').replaceAll("\\.class$", ""));
      return bytes == null
          ? super.getResourceAsStream(name)
          : new java.io.ByteArrayInputStream(bytes);
    }
  }

  private static final class Session extends World implements CallerLookup {

    private final Function<Class<?>, MethodHandles.Lookup> lookups;

    Session(Map<String, byte[]> classes) {
      super(classes);
      lookups = lookups();
    }

    @SuppressWarnings("unchecked")
    private Function<Class<?>, MethodHandles.Lookup> lookups() {
      String name = SessionLookup.class.getName();
      try (InputStream in = SessionLookup.class.getResourceAsStream("SessionLookup.class")) {
        byte[] bytes = in.readAllBytes();
        return (Function<Class<?>, MethodHandles.Lookup>)
            defineClass(name, bytes, 0, bytes.length).getConstructor().newInstance();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public MethodHandles.Lookup lookupIn(Class<?> type) {
      return lookups.apply(type);
    }
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Output extends ForwardingJavaFileManager<StandardJavaFileManager> {

    private final Map<String, byte[]> classes;

    Output(StandardJavaFileManager manager, Map<String, byte[]> classes) {
      super(manager);
      this.classes = classes;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        JavaFileManager.Location where, String name, JavaFileObject.Kind kind, FileObject from) {
      return new SimpleJavaFileObject(URI.create("mem:///" + name), kind) {
        @Override
        public OutputStream openOutputStream() {
          return new ByteArrayOutputStream() {
            @Override
            public void close() {
              classes.put(name, toByteArray());
            }
          };
        }
      };
    }
  }
}
