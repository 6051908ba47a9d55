package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathJarsTest {

  @TempDir private Path folder;

  private Path jar(String name, String classPath) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
    Path jar =
        Files.createDirectories(folder.resolve(name).getParent()).resolve(folder.resolve(name));
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }

  @Test
  void expandsManifestsTransitivelyInOrder() throws IOException {
    Path end = jar("lib/end of it.jar", "");
    Path middle = jar("lib/middle.jar", "end%20of%20it.jar");
    Path last = jar("last.jar", "");
    Path booter = jar("booter.jar", "lib/middle.jar " + last.toUri() + " lib/ lib/nowhere.jar");
    ClassPath path = ClassPathJars.expand(List.of(booter));
    assertThat(path.jars()).containsExactly(booter, middle, end, last);
    assertThat(path.folders()).containsExactly(folder.resolve("lib"));
  }

  @Test
  void endsOnCircles() throws IOException {
    Path one = jar("one.jar", "two.jar");
    Path two = jar("two.jar", "one.jar two.jar");
    assertThat(ClassPathJars.expand(List.of(two)).jars()).containsExactly(two, one);
  }

  @Test
  void tellsFoldersFromFilesAndReadsNoOtherFiles() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "not a jar");
    Path odd = jar("odd.jar", "https://example.org/a.jar ::: %zz");
    ClassPath path = ClassPathJars.expand(List.of(folder, text, odd));
    assertThat(path.jars()).containsExactly(text, odd);
    assertThat(path.folders()).containsExactly(folder);
  }
}
