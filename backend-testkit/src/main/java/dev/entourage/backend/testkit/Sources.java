package dev.entourage.backend.testkit;

import dev.entourage.RemoteCallable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the programs in memory, so that none of their classes is on any path. */
final class Sources {

  private static final Map<String, byte[]> COMPILED =
      compile(Cases.files().stream().map(name -> new Source(name, text(name))).toList());

  private Sources() {}

  /** The class files of a program's file by their names. */
  static Map<String, byte[]> compiled(String name) {
    String main = "cases." + name.replaceAll("\\$.*", "");
    return COMPILED.entrySet().stream()
        .filter(e -> e.getKey().equals(main) || e.getKey().startsWith(main + "$"))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Compiles a program of one's own, with a helper of this package. */
  static Map<String, byte[]> compile(String name, String text, String helper) {
    return compile(List.of(new Source(name, text), new Source(helper, text(helper))));
  }

  /** All at once: the compiler takes longer to start than to compile one. */
  private static Map<String, byte[]> compile(List<Source> units) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Map<String, byte[]> classes = new HashMap<>();
    StringWriter problems = new StringWriter();
    List<String> options = List.of("-proc:none", "-nowarn", "--release", "17", "-cp", api());
    try (StandardJavaFileManager standard = compiler.getStandardFileManager(null, null, null)) {
      JavaFileManager manager = new InMemory(standard, classes);
      if (!compiler.getTask(problems, manager, null, options, null, units).call()) {
        throw new AssertionError("The programs don't compile: " + problems);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return classes;
  }

  private static String text(String name) {
    try (InputStream in = Sources.class.getResourceAsStream(name + ".java")) {
      if (in == null) {
        throw new AssertionError("There is no program " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String api() {
    try {
      URI place = RemoteCallable.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(place).toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String name, String text) {
      super(URI.create("memory:///cases/" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {

    private final Map<String, byte[]> classes;

    InMemory(JavaFileManager manager, Map<String, byte[]> classes) {
      super(manager);
      this.classes = classes;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("memory:///" + name + ".class"), kind) {
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
