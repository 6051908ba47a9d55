package dev.entourage.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.spi.Marshaller;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.SerializationBackend;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {

  @TempDir private Path folder;

  private final Report report = new Report();

  private String printed() {
    StringWriter text = new StringWriter();
    report.print(new PrintWriter(text, true));
    return text.toString();
  }

  @Test
  void alignsColumnsAndNamesASubjectOnce() {
    report.row("Backend", "kryo", "a");
    report.row("Backend", "protostuff", "b");
    assertThat(printed().lines())
        .startsWith("Backend  kryo        a", "         protostuff  b")
        .endsWith("All is well.");
  }

  @Test
  void missingProvidersNameTheDependencyToAdd() {
    ProviderCheck.examine(report, ClassLoader.getPlatformClassLoader());
    assertThat(report.isHealthy()).isFalse();
    assertThat(printed())
        .contains("dev.entourage:entourage-engine")
        .contains("dev.entourage:entourage-backend-kryo")
        .doesNotContain("All is well.");
  }

  @Test
  void brokenProviderIsReportedAndDoesNotEndTheDoctor() throws IOException {
    declare("dev.entourage.nowhere.Backend");
    ProviderCheck.examine(report, services());
    assertThat(printed()).contains("Backend can't be loaded").contains("nowhere.Backend");
  }

  @Test
  void backendThatMissesItsFlagsNamesThem() throws IOException {
    declare(Demanding.class.getName());
    ProviderCheck.examine(report, services());
    assertThat(printed()).contains("JDK_JAVA_OPTIONS=--add-opens=java.base/java.demanded=ALL");
  }

  @Test
  void backendsTellTheVersionsOfTheirLibrariesAndWhatTheyNeed() {
    ProviderCheck.examine(report, getClass().getClassLoader());
    assertThat(printed())
        .containsPattern(" kryo +kryo-5\\.\\d+\\.\\d+, minlog-.*; needs no flags")
        .containsPattern(" protostuff +protostuff-(api|core)-1\\..*; needs no flags");
  }

  @Test
  void librariesMergedIntoABackendAreNamed() throws Exception {
    Path jar = folder.resolve("merged.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      put(out, Merged.class.getName().replace('.', '/') + ".class", bytes(Merged.class));
      put(out, "META-INF/maven/dev.entourage/own/pom.properties", "artifactId=own\nversion=9");
      put(out, "META-INF/maven/org.lib/lib/pom.properties", "artifactId=lib\nversion=1.2");
    }
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, shared())) {
      Class<?> type = loader.loadClass(Merged.class.getName());
      Object backend = type.getConstructor().newInstance();
      assertThat(LibraryVersions.of((SerializationBackend) backend)).isEqualTo("lib-1.2");
    }
  }

  private static void put(JarOutputStream out, String name, Object content) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(content instanceof byte[] bytes ? bytes : content.toString().getBytes(UTF_8));
    out.closeEntry();
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    try (InputStream in = type.getResourceAsStream("ChecksTest$Merged.class")) {
      return in.readAllBytes();
    }
  }

  /** Shows all but the merged backend, which is to come from its jar. */
  private static ClassLoader shared() {
    return new ClassLoader(ChecksTest.class.getClassLoader()) {
      @Override
      protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.equals(Merged.class.getName())) {
          throw new ClassNotFoundException(name);
        }
        return super.loadClass(name, resolve);
      }
    };
  }

  @Test
  void backendsOfOneIdAreAProblem() throws IOException {
    declare(Demanding.class.getName() + "\n" + Merged.class.getName());
    ProviderCheck.examine(report, services());
    assertThat(printed()).contains("must have an id of its own: backend=demanding");
  }

  @Test
  void backendWithoutItsLibraryNamesTheDependency() throws IOException {
    declare(Lacking.class.getName());
    ProviderCheck.examine(report, services());
    assertThat(printed())
        .contains("its library is missing")
        .contains("missing=some/library/Type")
        .contains("Depend on dev.entourage:entourage-backend-lacking");
  }

  @Test
  void missingJarIsAProblem() {
    JarCheck.examine(report, List.of(folder.resolve("gone.jar").toString()));
    assertThat(printed()).contains("Problem: ").contains("gone.jar");
  }

  @Test
  void agentIsToldWithTheOptionThatStartsIt() {
    String jar = folder.resolve("entourage-agent-1.0.jar").toString();
    AgentCheck.examine(report, List.of("one.jar", jar));
    assertThat(printed())
        .contains("entourage run, or java -javaagent:" + jar)
        .contains("while it runs   this Java lets it in");
  }

  @Test
  void missingAgentIsNoProblemButTold() {
    AgentCheck.examine(report, List.of("one.jar"));
    assertThat(report.isHealthy()).isTrue();
    assertThat(printed()).contains("Agent  missing  only a ClassBytesSource");
  }

  @Test
  void mavenMattersOnlyInASourceTree() {
    MavenCheck.examine(report, folder.toString(), "");
    MavenCheck.examine(report, null, "");
    assertThat(report.isHealthy()).isTrue();
  }

  @Test
  void missingMavenIsAProblemInASourceTree() throws IOException {
    Files.createFile(folder.resolve("pom.xml"));
    MavenCheck.examine(report, folder.toString(), folder.toString());
    assertThat(printed()).contains("Install Maven 3.8 or newer");
  }

  private void declare(String provider) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(SerializationBackend.class.getName()), provider);
  }

  /** Finds nothing but what this test declares, and our own classes. */
  private ClassLoader services() throws IOException {
    return new URLClassLoader(
        new URL[] {folder.toUri().toURL()}, ChecksTest.class.getClassLoader()) {
      @Override
      public java.util.Enumeration<URL> getResources(String name) throws IOException {
        return findResources(name);
      }
    };
  }

  /** A backend that can't do without a flag that nobody gave. */
  public static final class Demanding extends Stub {

    /** For the ServiceLoader. */
    public Demanding() {
      super("demanding");
    }

    @Override
    public List<String> jvmOptions() {
      return List.of("--add-opens=java.base/java.demanded=ALL-UNNAMED");
    }
  }

  /** A backend with its library inside. */
  public static final class Merged extends Stub {

    /** For the ServiceLoader. */
    public Merged() {
      super("demanding");
    }
  }

  /** A backend without its library. */
  public static final class Lacking extends Stub {

    /** For the ServiceLoader. */
    public Lacking() {
      super("lacking");
    }

    @Override
    public List<Class<?>> libraries() {
      throw new NoClassDefFoundError("some/library/Type");
    }
  }

  /** A backend that encodes nothing. */
  public abstract static class Stub implements SerializationBackend {

    private final String id;

    protected Stub(String id) {
      this.id = id;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public Marshaller marshaller(NormalForm normalForm) {
      throw new AssertionError("The doctor makes no marshaller");
    }

    @Override
    public List<Class<?>> libraries() {
      return List.of();
    }
  }
}
