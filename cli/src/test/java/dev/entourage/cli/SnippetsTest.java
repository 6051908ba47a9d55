package dev.entourage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What documents show as Java is Java. */
class SnippetsTest {

  private static final Pattern SNIPPET = Pattern.compile("(?s)```java\n(.*?)```");

  /** Of libraries that aren't on this class path. */
  private static final Pattern OTHERS = Pattern.compile("\\w+Metrics\\b");

  /** What the text around the snippets speaks of. */
  private static final String READER =
      """
      import dev.entourage.*;
      import dev.entourage.transport.vertx.*;
      import io.vertx.core.Vertx;
      import java.io.*;
      import java.nio.file.Path;
      import java.util.*;
      import java.util.concurrent.*;

      class Reader {
        interface Encoder extends Serializable { double[] encode(String document); }
        static ClassLoader mine;
        static Map<String, byte[]> files;
        static Path folder;
        static Vertx vertx;
        static List<String> documents;
        static Encoder encoder;
      %s}
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "docs/backends.md",
        "docs/class-bytes.md",
        "docs/cluster.md",
        "docs/workers.md"
      })
  void eachSnippetCompiles(String document) throws IOException {
    List<String> snippets =
        SNIPPET
            .matcher(Files.readString(Path.of("..").resolve(document)))
            .results()
            .map(SnippetsTest::statements)
            .filter(snippet -> !OTHERS.matcher(snippet).find())
            .toList();
    assertThat(snippets).isNotEmpty().allSatisfy(snippet -> assertThat(errors(snippet)).isEmpty());
  }

  /** Where the reader's own code comes, there is none. */
  private static String statements(MatchResult snippet) {
    String code = snippet.group(1).replace("-> …", "-> {}").replace("…", "").strip();
    boolean whole = Pattern.compile("[;}](\\s*//.*)?$").matcher(code).find();
    return whole ? code : code + "\n;";
  }

  private String errors(String snippet) {
    String source = READER.formatted("void snippet() throws Exception {\n" + snippet + "\n}\n");
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("mem:/Reader.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    StringWriter said = new StringWriter();
    CompilationTask task =
        ToolProvider.getSystemJavaCompiler()
            .getTask(
                said,
                null,
                null,
                List.of("-proc:none", "-d", folder.toString()),
                null,
                List.of(file));
    return task.call() ? "" : said + "\n" + source;
  }
}
