package dev.entourage.preparer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Sources of a user's program, compiled into a folder that only its own loader knows. */
final class Sources {

  private final List<JavaFileObject> files = new ArrayList<>();

  Sources add(String className, String source) {
    URI uri = URI.create("mem:///" + className.replace('.', '/') + ".java");
    files.add(
        new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreErrors) {
            return source;
          }
        });
    return this;
  }

  /** Compiles into a folder and returns a new loader over it, which shows the API, too. */
  URLClassLoader compile(Path folder) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ROOT, null)) {
      manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
      List<String> options = List.of("-proc:none", "--release", "17");
      if (!compiler.getTask(null, manager, null, options, null, files).call()) {
        throw new IllegalArgumentException("The sources of this test don't compile");
      }
      return loader(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static URLClassLoader loader(Path folder) throws IOException {
    return new URLClassLoader(new URL[] {folder.toUri().toURL()}, new PlatformAndApiLoader());
  }
}
