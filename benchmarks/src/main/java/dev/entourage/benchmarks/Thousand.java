package dev.entourage.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * A program of a thousand classes about as large as those of libraries, 5 KB, in a folder of its
 * own. Each class leads to the next, and its tasks make an object of each.
 */
final class Thousand implements AutoCloseable {

  static final int CLASSES = 1_000;

  private static final String SUM = "return new C0().sum();";

  /** Keeps its worker for a while, so that another one runs the next. */
  private static final String WHERE =
      "java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);"
          + " return (int) ProcessHandle.current().pid();";

  private final Path folder;
  private final URLClassLoader loader;

  private Thousand(Path folder) throws IOException {
    this.folder = folder;
    this.loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
  }

  /**
   * Writes and compiles it, in a JVM of its own: what javac leaves behind in one, collecting its
   * garbage takes as long as half of a first ship, at about the same time.
   */
  static Thousand compile() {
    try {
      Path folder = Files.createTempDirectory("thousand");
      PeerJvm.start(Thousand.class, List.of(), List.of(folder.toString())).close();
      return new Thousand(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Compiles it into a folder.
   *
   * @param arguments the folder
   */
  public static void main(String[] arguments) throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    IntStream.range(0, CLASSES).forEach(i -> sources.add(source("C" + i, text(i))));
    sources.add(source("First", task("First", SUM)));
    sources.add(source("Second", task("Second", SUM)));
    sources.add(source("Where", task("Where", WHERE)));
    compile(Path.of(arguments[0]), sources);
    PeerJvm.serve("compiled");
  }

  private static void compile(Path folder, List<JavaFileObject> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
      List<String> options = List.of("-proc:none", "-nowarn", "-g");
      if (!compiler.getTask(null, files, null, options, null, sources).call()) {
        throw new IllegalStateException("The classes of the benchmark don't compile");
      }
    }
  }

  /** Finds a task by its class. */
  @SuppressWarnings("unchecked")
  <T> T task(Class<T> type, String name) {
    try {
      return (T) loader.loadClass("p." + name).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String task(String name, String code) {
    return """
        package p;
        public class %s implements dev.entourage.RemoteCallable<Integer> {
          public Integer call() { %s }
        }
        """
        .formatted(name, code);
  }

  private static String text(int number) {
    StringBuilder methods = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      methods.append(
          """
            java.util.Map<String, java.util.List<C%1$d>> map%2$d(String text, int limit) {
              java.util.Map<String, java.util.List<C%1$d>> found = new java.util.TreeMap<>();
              for (int i = 0; i < limit; i++) {
                String key = "key %1$d %2$d " + text.substring(0, i %% 5).trim();
                found.computeIfAbsent(key, k -> new java.util.ArrayList<>()).add(this);
                if (found.size() > 100) throw new IllegalStateException("too many in %1$d: " + key);
              }
              return found;
            }
          """
              .formatted(number, i));
    }
    String next = number + 1 < CLASSES ? "1 + new C" + (number + 1) + "().sum()" : "1";
    return "package p; public class C%d { int number = %d; int sum() { return %s; }\n%s}"
        .formatted(number, number, next, methods);
  }

  private static JavaFileObject source(String name, String text) {
    URI uri = URI.create("memory:///p/" + name + ".java");
    return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      loader.close();
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
