package dev.entourage.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.preparer.CodeRequests;
import dev.entourage.preparer.Digest;
import dev.entourage.worker.LinkMessage.Begin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InheritedJarsTest {

  @TempDir Path folder;

  @Test
  void tellsHowAJarFindsClassesOfFolders() throws IOException {
    ClassLoader jars = jars(Optional.empty());
    assertThatThrownBy(() -> Class.forName("app.Plugin", false, jars))
        .isInstanceOf(ClassNotFoundException.class)
        .hasMessageStartingWith("app.Plugin. ")
        .hasMessageContaining("byValue");
  }

  @Test
  void leavesOutJarsThatTravel() throws Exception {
    String name = InheritedJarsTest.class.getName();
    assertThat(jars(Optional.empty()).loadClass(name)).isNotSameAs(InheritedJarsTest.class);
    ClassLoader travelling = jars(Optional.of("it leads to code that travels"));
    assertThatThrownBy(() -> travelling.loadClass(name))
        .isInstanceOf(ClassNotFoundException.class)
        .hasMessageContaining("it leads to code that travels");
  }

  /** The loader of one jar, which has this class. */
  private ClassLoader jars(Optional<String> travels) throws IOException {
    Path jar = Files.createTempFile(folder, "library", ".jar");
    String file = InheritedJarsTest.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry(file));
      InheritedJarsTest.class.getClassLoader().getResourceAsStream(file).transferTo(out);
    }
    Begin begin =
        new Begin("w1", "none", List.of(jar.toString()), List.of(), Optional.empty(), 1, 1);
    return InheritedJars.loader(begin, new Driver(travels));
  }

  /** A driver that is asked about jars only. */
  private record Driver(Optional<String> travels) implements CodeRequests {

    @Override
    public byte[] manifest(Digest id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<Digest, byte[]> code(List<Digest> missing) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<byte[]> find(Digest manifest, String className) {
      throw new UnsupportedOperationException();
    }

    @Override
    public byte[] resources(Digest manifest, String name) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> travels(String jar) {
      return travels;
    }
  }
}
