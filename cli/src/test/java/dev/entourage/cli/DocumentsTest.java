package dev.entourage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents stay true when files are renamed. */
class DocumentsTest {

  private static final Path TOP = Path.of("..");
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern TYPE = Pattern.compile("(?<![\\w.-])[A-Z][a-z]+[A-Za-z]*\\b");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]*)(?:#([^)]+))?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

  /** Of the JDK, Spring or Micronaut, or placeholders for the reader's own. */
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
          "Predicate",
          "ApplicationContext",
          "BeanIntrospection",
          "Comparator",
          "Executors",
          "HexFormat",
          "ServiceLoader",
          "Async",
          "AopProxyUtils",
          "Runtime",
          "SerializedLambda");

  @ParameterizedTest
  @MethodSource("descriptions")
  void everyTypeThatIsNamedExists(String document) throws IOException {
    List<String> named =
        CODE.matcher(Files.readString(TOP.resolve(document)))
            .results()
            .flatMap(code -> TYPE.matcher(code.group(1)).results())
            .map(type -> type.group())
            .filter(type -> !OTHERS.contains(type))
            .toList();
    assertThat(types()).containsAll(named);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyLinkLeadsToAFileAndToAHeadingOfIt(String document) throws IOException {
    Path file = TOP.resolve(document);
    List<MatchResult> links = LINK.matcher(Files.readString(file)).results().toList();
    for (MatchResult link : links) {
      Path target = link.group(1).isEmpty() ? file : file.resolveSibling(link.group(1));
      assertThat(target).exists();
      if (link.group(2) != null) {
        assertThat(anchors(target)).as("in %s", target).contains(link.group(2));
      }
    }
  }

  /** As GitHub makes them of headings. */
  private static List<String> anchors(Path document) throws IOException {
    return HEADING
        .matcher(Files.readString(document))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
        .toList();
  }

  /** Commands of benchmarks name these by their beginnings. */
  private static List<String> descriptions() throws IOException {
    return documents().stream().filter(document -> !document.startsWith("benchmarks")).toList();
  }

  private static List<String> documents() throws IOException {
    try (Stream<Path> files = Files.find(TOP, 2, (file, is) -> file.toString().endsWith(".md"))) {
      return files.map(file -> TOP.relativize(file).toString()).sorted().toList();
    }
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
