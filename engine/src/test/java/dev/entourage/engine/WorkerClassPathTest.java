package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.ConfigurationException;
import dev.entourage.backend.kryo.KryoBackend;
import dev.entourage.spi.Marshaller;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.SerializationBackend;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerClassPathTest {

  private record Fake(Class<?> library) implements SerializationBackend {

    @Override
    public String id() {
      return "fake";
    }

    @Override
    public Marshaller marshaller(NormalForm normalForm) {
      throw new AssertionError("Nothing is encoded here");
    }

    @Override
    public List<Class<?>> libraries() {
      return List.of(library);
    }
  }

  /** What an OSGi framework says of a class that lies in a jar within a bundle. */
  private static final class Bundle extends ClassLoader {

    Class<?> define(String location) throws IOException {
      try (InputStream in = Fake.class.getResourceAsStream("WorkerClassPathTest$Fake.class")) {
        byte[] file = in.readAllBytes();
        CodeSource source = new CodeSource(new URL(location), (Certificate[]) null);
        ProtectionDomain domain = new ProtectionDomain(source, null);
        return defineClass(Fake.class.getName(), file, 0, file.length, domain);
      }
    }
  }

  @Test
  void isMadeOfTheJarsAndFoldersOfOurClasses() {
    String[] path = WorkerClassPath.of(new KryoBackend()).split(File.pathSeparator);
    assertThat(Stream.of(path).map(Path::of)).hasSizeGreaterThan(4).allMatch(Files::exists);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bundles/"})
  void namesAClassThatIsNotInTheFileThatItIsSaidToBeIn(String relative, @TempDir Path folder)
      throws IOException {
    Path jar = folder.resolve("bundle.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("lib/ours.jar"));
    }
    String location = relative.isEmpty() ? jar.toUri().toString() : "file:" + relative + "b.jar";
    Class<?> library = new Bundle().define(location);
    assertThatThrownBy(() -> WorkerClassPath.of(new Fake(library)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("class=" + Fake.class.getName())
        .hasMessageContaining("location=file:")
        .hasMessageContaining("org.osgi.framework.system.packages.extra");
  }
}
