package dev.entourage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.spi.Marshaller;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.SerializationBackend;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        .contains("dev.entourage:entourage-transport-vertx")
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
  public static final class Demanding implements SerializationBackend {

    @Override
    public String id() {
      return "demanding";
    }

    @Override
    public Marshaller marshaller(NormalForm normalForm) {
      throw new AssertionError("The doctor makes no marshaller");
    }

    @Override
    public List<Class<?>> libraries() {
      return List.of();
    }

    @Override
    public List<String> jvmOptions() {
      return List.of("--add-opens=java.base/java.demanded=ALL-UNNAMED");
    }
  }
}
