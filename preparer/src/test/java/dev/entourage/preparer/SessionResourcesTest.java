package dev.entourage.preparer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.CodeUnavailableException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// D32
class SessionResourcesTest {

  @TempDir private Path folder;
  @TempDir private Path second;

  private Preparer driver;
  private LocalRequests requests;
  private SessionLoaders worker;

  @BeforeEach
  void connect() {
    connect(Drivers.bare());
  }

  private void connect(Preparer preparer) {
    driver = preparer;
    requests = new LocalRequests(driver.library());
    worker = new SessionLoaders(requests, SessionLoaders.platformAndApi());
  }

  private URLClassLoader program() {
    return new Sources()
        .add("user.Main", "package user; public class Main {}")
        .add("user.Greeter", "package user; public interface Greeter { String greet(); }")
        .add(
            "user.Loud",
            "package user; public class Loud implements Greeter {"
                + " public String greet() { return new Voice().say(); } }")
        .add("user.Voice", "package user; class Voice { String say() { return \"HELLO\"; } }")
        .compile(folder);
  }

  private ClassLoader arrived(ClassLoader program) throws ClassNotFoundException {
    return worker.loaderFor(Drivers.seal(driver, program.loadClass("user.Main")).id());
  }

  private static void file(Path folder, String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static String text(URL url) {
    try (InputStream in = url.openStream()) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void lendsResourcesOnce() throws Exception {
    file(folder, "user/words.txt", "one two");
    ClassLoader loader = arrived(program());
    Class<?> main = loader.loadClass("user.Main");
    for (int i = 0; i < 3; i++) {
      assertThat(main.getResourceAsStream("words.txt")).hasContent("one two");
      assertThat(text(loader.getResource("user/words.txt"))).isEqualTo("one two");
    }
    assertThat(requests.resources).containsExactly("user/words.txt");
    assertThat(loader.getResource("user/words.txt").openConnection().getContentLength())
        .isEqualTo(7);
  }

  @Test
  void asksForAnAbsentResourceOnce() throws Exception {
    ClassLoader loader = arrived(program());
    for (int i = 0; i < 3; i++) {
      assertThat(loader.getResource("user/nothing.txt")).isNull();
    }
    assertThat(requests.resources).containsExactly("user/nothing.txt");
  }

  @Test
  void asksAgainWhenAnotherCodeSourceJoins() throws Exception {
    ClassLoader loader = arrived(program());
    assertThat(loader.getResource("late.txt")).isNull();
    file(second, "late.txt", "late");
    Class<?> neighbour =
        new Sources()
            .add("late.Neighbour", "package late; public class Neighbour {}")
            .compile(second)
            .loadClass("late.Neighbour");
    assertThat(worker.loaderFor(Drivers.seal(driver, neighbour).id())).isSameAs(loader);
    assertThat(text(loader.getResource("late.txt"))).isEqualTo("late");
  }

  @Test
  void findsAllOfOneName() throws Exception {
    program().close();
    file(folder, "user/conf", "first");
    file(second, "user/conf", "second");
    URL[] both = {folder.toUri().toURL(), second.toUri().toURL()};
    try (URLClassLoader program = new URLClassLoader(both, new PlatformAndApiLoader())) {
      ClassLoader loader = arrived(program);
      List<URL> urls = Collections.list(loader.getResources("user/conf"));
      assertThat(urls.stream().map(SessionResourcesTest::text)).containsExactly("first", "second");
      assertThat(urls.get(0)).isNotEqualTo(urls.get(1));
    }
  }

  @Test
  void servicesAreFoundAndComeWithTheirClosureInOneMessage() throws Exception {
    file(folder, "META-INF/services/user.Greeter", "user.Loud\n");
    ClassLoader loader = arrived(program());
    List<String> greetings = new ArrayList<>();
    for (Object greeter : ServiceLoader.load(loader.loadClass("user.Greeter"), loader)) {
      greetings.add((String) greeter.getClass().getMethod("greet").invoke(greeter));
    }
    assertThat(greetings).containsExactly("HELLO");
    assertThat(requests.found).containsExactly("user.Greeter", "user.Loud");
    assertThat(requests.messages).hasSize(3);
    assertThat(requests.messages.get(2)).hasSize(2);
  }

  @Test
  void resourcesOfJarsTravelToo() throws Exception {
    Path jar = second.resolve("user.jar");
    program().close();
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name : List.of("user/Main.class", "user/")) {
        out.putNextEntry(new ZipEntry(name));
        if (!name.endsWith("/")) {
          out.write(Files.readAllBytes(folder.resolve(name)));
        }
      }
      out.putNextEntry(new ZipEntry("user/a b#1.txt"));
      out.write("in a jar".getBytes(UTF_8));
    }
    try (URLClassLoader program =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, new PlatformAndApiLoader())) {
      ClassLoader loader = arrived(program);
      assertThat(text(loader.getResource("user/a b#1.txt"))).isEqualTo("in a jar");
      assertThat(loader.getResource("user")).isNull();
    }
  }

  @Test
  void urlsMadeRelativeFindTheNeighbourAndNothingElse() throws Exception {
    file(folder, "user/a.txt", "a");
    file(folder, "user/b.txt", "b");
    ClassLoader loader = arrived(program());
    URL a = loader.getResource("user/a.txt");
    assertThat(text(new URL(a, "b.txt"))).isEqualTo("b");
    assertThatThrownBy(() -> new URL(a, "c.txt").openStream())
        .isInstanceOf(FileNotFoundException.class);
    assertThatThrownBy(() -> new URL(a, "/99/99/b.txt").openStream())
        .isInstanceOf(FileNotFoundException.class);
    assertThat(a).isEqualTo(loader.getResource("user/a.txt")).isNotEqualTo(new URL(a, "b.txt"));
  }

  @Test
  void refusesWhateverLeadsOutOfACodeSource() throws Exception {
    Path inside = Files.createDirectories(folder.resolve("inside"));
    file(folder, "secret.txt", "secret");
    new Sources().add("user.Main", "package user; public class Main {}").compile(inside);
    try (URLClassLoader program = Sources.loader(inside)) {
      Manifest manifest = Drivers.seal(driver, program.loadClass("user.Main"));
      for (String name :
          List.of(
              "../secret.txt",
              "user/../../secret.txt",
              "./user/../../secret.txt",
              folder.resolve("secret.txt").toString(),
              "/etc/passwd",
              "../../../../../../../../etc/passwd",
              "file:/etc/passwd",
              "..\\secret.txt",
              "user//Main.class",
              "user/",
              "user",
              "")) {
        byte[] answer = driver.library().resources(manifest.id(), name).orElseThrow();
        assertThat(ResourceFormat.decode(answer)).as(name).isEmpty();
      }
    }
  }

  @Test
  void lendsNothingThatWorkersHaveThemselves() throws Exception {
    connect(Drivers.with(Drivers.options(true, Set.of(), Set.of())));
    Manifest manifest = Drivers.seal(driver, SessionResourcesTest.class);
    String inJar = "org/junit/jupiter/api/Test.class";
    assertThat(getClass().getClassLoader().getResource(inJar).getProtocol()).isEqualTo("jar");
    for (String name : List.of(inJar, "java/util/List.class", "dev/entourage/Workers.class")) {
      assertThat(found(manifest, name)).as(name).isEmpty();
    }
    assertThat(found(manifest, "dev/entourage/preparer/SessionResourcesTest.class")).hasSize(1);
    assertThat(driver.library().find(manifest.id(), "org.junit.jupiter.api.Test")).isEmpty();
  }

  @Test
  void lendsNothingOfOurs() {
    Manifest manifest = Drivers.seal(driver, SessionResourcesTest.class);
    assertThat(found(manifest, "dev/entourage/preparer/Preparer.class")).isEmpty();
    assertThat(found(manifest, "org/junit/jupiter/api/Test.class")).hasSize(1);
    Path ours = Path.of("target/classes").toAbsolutePath();
    assertThat(OwnCode.has(ours)).isTrue();
    assertThat(OwnCode.has(ours.resolveSibling("test-classes"))).isFalse();
  }

  @Test
  void theOptionsDecideForResourcesOfJarsToo() {
    Set<String> kept = Set.of("org.junit", "org.opentest4j", "org.apiguardian");
    connect(Drivers.with(Drivers.options(false, Set.of(), kept)));
    Manifest manifest = Drivers.seal(driver, SessionResourcesTest.class);
    assertThat(found(manifest, "org/junit/jupiter/api/Test.class")).isEmpty();
    assertThat(found(manifest, "org/assertj/core/api/Assertions.class")).hasSize(1);
  }

  private List<Resource> found(Manifest manifest, String name) {
    return ResourceFormat.decode(driver.library().resources(manifest.id(), name).orElseThrow());
  }

  @Test
  void refusesLargeOnesWithTheirNameAndTheFix() throws Exception {
    Files.write(folder.resolve("large.bin"), new byte[ResourceSearch.LARGEST + 1]);
    Files.write(folder.resolve("fits.bin"), new byte[ResourceSearch.LARGEST]);
    ClassLoader loader = arrived(program());
    assertThatThrownBy(() -> loader.getResource("large.bin"))
        .isInstanceOf(CodeUnavailableException.class)
        .hasMessageContaining("name=large.bin")
        .hasMessageContaining("Workers.share");
    assertThat(loader.getResource("fits.bin").openConnection().getContentLength())
        .isEqualTo(ResourceSearch.LARGEST);
  }

  @Test
  void answersNobodyWithoutAManifest() throws Exception {
    file(folder, "user/words.txt", "one two");
    ClassLoader loader = arrived(program());
    assertThat(driver.library().resources(Digest.of(new byte[1]), "user/words.txt")).isEmpty();
    connect(Drivers.bare());
    assertThat(loader.getResource("user/words.txt")).isNotNull();
  }

  // D33
  @Test
  void aWorkerLendsWhatItWasLent() throws Exception {
    file(folder, "user/words.txt", "far away");
    ClassLoader first = arrived(program());
    connect(Drivers.bare());
    ClassLoader next = arrived(first);
    assertThat(next).isNotSameAs(first);
    assertThat(text(next.getResource("user/words.txt"))).isEqualTo("far away");
  }

  @Test
  void hostileAnswersAreErrors() {
    byte[] fine = ResourceFormat.encode(List.of(new Resource("file:/x", new byte[] {1, 2})));
    assertThat(ResourceFormat.decode(fine)).hasSize(1);
    for (int length = 0; length < fine.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(fine, length);
      assertThatThrownBy(() -> ResourceFormat.decode(cut))
          .isInstanceOf(CodeUnavailableException.class);
    }
    byte[] huge = {0, 0, 0x7f, -1, -1, -1};
    assertThatThrownBy(() -> ResourceFormat.decode(huge))
        .isInstanceOf(CodeUnavailableException.class)
        .hasMessageContaining("length=2147483647");
  }

  @Test
  void packagesTellTheVersionsOfTheirJar() throws Exception {
    Path jar = second.resolve("user.jar");
    program().close();
    java.util.jar.Manifest manifest = new java.util.jar.Manifest();
    manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
    manifest.getMainAttributes().putValue("Specification-Title", "Greetings");
    manifest.getMainAttributes().putValue("Implementation-Version", "4.2");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.putNextEntry(new ZipEntry("user/Main.class"));
      out.write(Files.readAllBytes(folder.resolve("user/Main.class")));
    }
    try (URLClassLoader program =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, new PlatformAndApiLoader())) {
      Class<?> main = arrived(program).loadClass("user.Main");
      assertThat(main.getPackage().getSpecificationTitle()).isEqualTo("Greetings");
      assertThat(main.getPackage().getImplementationVersion()).isEqualTo("4.2");
      assertThat(main.getPackage().getImplementationTitle()).isNull();
      assertThat(main.getProtectionDomain().getCodeSource().getLocation())
          .isEqualTo(jar.toUri().toURL());
    }
  }

  @Test
  void assertionsAreOnWhereTheyAreOnTheDriver() throws Exception {
    for (boolean asserting : new boolean[] {true, false}) {
      connect();
      URLClassLoader program = program();
      program.setDefaultAssertionStatus(false);
      program.setClassAssertionStatus("user.Main", asserting);
      ClassLoader loader = arrived(program);
      // Tests run with assertions on; workers don't.
      loader.setDefaultAssertionStatus(false);
      assertThat(loader.loadClass("user.Main").desiredAssertionStatus()).isEqualTo(asserting);
      assertThat(loader.loadClass("user.Loud").desiredAssertionStatus()).isFalse();
    }
  }
}
