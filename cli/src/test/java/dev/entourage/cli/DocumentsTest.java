package dev.entourage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents stay true when files are renamed. */
class DocumentsTest {

  private static final Path TOP = Path.of("..");
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern TYPE = Pattern.compile("(?<![\\w.-])[A-Z][a-z]+[A-Za-z]*\\b");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)\\)");

  /** Of the JDK, of Spring, or placeholders for the reader's own. */
  private static final Set<String> OTHERS =
      Set.of(
          "Class",
          "Externalizable",
          "Serializable",
          "Function",
          "Map",
          "Method",
          "System",
          "Unsafe",
          "ReflectionFactory",
          "ThreadLocal",
          "UnsupportedOperationException",
          "Future",
          "CompletableFuture",
          "ExecutorService",
          "Document",
          "Refused",
          "RetrievalPipeline",
          "Main",
          "Quickstart",
          "ObjectMapper",
          "Lazy",
          "DigestTest",
          "SoakIT",
          "BackendTest",
          "SplitIT",
          "Place",
          "Crosswise",
          "Isolated",
          "Random",
          "AopProxyUtils",
          "Async");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "docs/backends.md",
        "docs/class-bytes.md",
        "docs/cluster.md",
        "docs/workers.md",
        "docs/security.md"
      })
  void everyTypeThatIsNamedExists(String document) throws IOException {
    List<String> named =
        CODE.matcher(Files.readString(TOP.resolve(document)))
            .results()
            .flatMap(code -> TYPE.matcher(code.group(1)).results())
            .map(type -> type.group())
            .filter(type -> !OTHERS.contains(type))
            .toList();
    assertThat(named).isNotEmpty();
    assertThat(types()).containsAll(named);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "docs/backends.md",
        "docs/class-bytes.md",
        "docs/cluster.md",
        "docs/workers.md",
        "docs/security.md"
      })
  void everyLinkLeadsToAFile(String document) throws IOException {
    Path file = TOP.resolve(document);
    assertThat(LINK.matcher(Files.readString(file)).results().map(link -> link.group(1)))
        .allSatisfy(link -> assertThat(file.resolveSibling(link)).exists());
  }

  private static Set<String> types() throws IOException {
    try (Stream<Path> modules = Files.list(TOP)) {
      return modules
          .map(module -> module.resolve("src/main/java"))
          .filter(Files::isDirectory)
          .flatMap(DocumentsTest::sources)
          .map(source -> source.getFileName().toString().replace(".java", ""))
          .collect(Collectors.toSet());
    }
  }

  private static Stream<Path> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
