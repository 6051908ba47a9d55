package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassFilesTest {

  private static final String POINT = "user/Point.class";

  @TempDir private Path folder;

  private static byte[] point(Path folder, String field) throws IOException {
    Files.createDirectories(folder);
    new Sources()
        .add("user.Point", "package user; public class Point { " + field + " }")
        .compile(folder);
    return Files.readAllBytes(folder.resolve(POINT));
  }

  private static Path jar(Path jar, Map<String, byte[]> files) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
        out.putNextEntry(new JarEntry(file.getKey()));
        out.write(file.getValue());
      }
    }
    return jar;
  }

  private static Class<?> load(Path source) throws Exception {
    return Sources.loader(source).loadClass("user.Point");
  }

  @Test
  void readsTheFileOfAFolderWhoseNameIsEncodedInItsUrl() throws Exception {
    Path odd = folder.resolve("a b%20c#ü");
    byte[] file = point(odd, "int x;");
    assertThat(ClassFiles.of(load(odd))).hasValue(file);
  }

  @Test
  void readsTheVersionThatTheLoaderDefinesFromAJar() throws Exception {
    byte[] base = point(folder, "int x;");
    byte[] newer = point(folder, "int x; int y;");
    byte[] newest = point(folder, "int x; int y; int z;");
    Path jar =
        jar(
            folder.resolve("versions.jar"),
            Map.of(
                POINT,
                base,
                "META-INF/versions/11/" + POINT,
                newer,
                "META-INF/versions/99/" + POINT,
                newest));
    Class<?> loaded = load(jar);
    assertThat(loaded.getDeclaredFields()).hasSize(2);
    assertThat(ClassFiles.of(loaded)).hasValue(newer);
  }

  @Test
  void findsNothingWhereTheJarIsGone() throws Exception {
    Path jar = jar(folder.resolve("gone.jar"), Map.of(POINT, point(folder, "int x;")));
    Class<?> loaded = load(jar);
    ((URLClassLoader) loaded.getClassLoader()).close();
    Files.delete(jar);
    assertThat(ClassFiles.of(loaded)).isEmpty();
  }

  @Test
  void asksALoaderThatGivesOtherBytesAwayThanItsFiles() throws Exception {
    byte[] woven = {1, 2, 3};
    point(folder, "int x;");
    URL[] urls = {folder.toUri().toURL()};
    try (URLClassLoader weaving =
        new URLClassLoader(urls, new PlatformAndApiLoader()) {
          @Override
          public InputStream getResourceAsStream(String name) {
            return new ByteArrayInputStream(woven);
          }
        }) {
      assertThat(ClassFiles.of(weaving.loadClass("user.Point"))).hasValue(woven);
    }
  }

  @Test
  void knowsAClassOfTheClassPathByItsOwnFile() throws Exception {
    byte[] own =
        Files.readAllBytes(
            Place.of(ClassFilesTest.class).path().resolve(ClassFiles.path(ClassFilesTest.class)));
    assertThat(ClassFiles.of(ClassFilesTest.class)).hasValue(own);
    assertThat(ClassFiles.has(ClassFilesTest.class)).isTrue();
    assertThat(ClassFiles.has(Test.class)).isTrue();
  }

  @Test
  void readsAJarThatWasReplacedWhenNobodyReads() throws Exception {
    Path jar = folder.resolve("replaced.jar");
    byte[] first = point(folder, "int x;");
    byte[] second = point(folder, "long longer;");
    jar(jar, Map.of(POINT, first));
    assertThat(OpenJars.read(jar.toFile(), POINT)).hasValue(first);
    replace(jar, second);
    assertThat(OpenJars.read(jar.toFile(), POINT)).hasValue(second);
  }

  @Test
  void keepsAJarOpenUntilTheLastReaderHasEnded() throws Exception {
    Path jar = folder.resolve("open.jar");
    byte[] first = point(folder, "int x;");
    byte[] second = point(folder, "long longer;");
    jar(jar, Map.of(POINT, first));
    OpenJars.begin();
    OpenJars.begin();
    try {
      assertThat(OpenJars.read(jar.toFile(), POINT)).hasValue(first);
      replace(jar, second);
      OpenJars.end();
      assertThat(OpenJars.read(jar.toFile(), POINT)).hasValue(first);
    } finally {
      OpenJars.end();
    }
    assertThat(OpenJars.read(jar.toFile(), POINT)).hasValue(second);
    assertThat(open(jar)).isZero();
  }

  /** As build tools do it: the old file stays what it is for who has it open. */
  private void replace(Path jar, byte[] file) throws IOException {
    Path next = jar(folder.resolve("next.jar"), Map.of(POINT, file, "more", new byte[10]));
    Files.move(next, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static long open(Path file) throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
      return all.filter(Files::exists).filter(fd -> isLinkTo(fd, file)).count();
    }
  }

  private static boolean isLinkTo(Path link, Path file) {
    try {
      return Files.readSymbolicLink(link).startsWith(file);
    } catch (IOException e) {
      return false;
    }
  }
}
