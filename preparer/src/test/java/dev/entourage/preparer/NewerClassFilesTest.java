package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.CodeUnavailableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker that is older than the driver. */
class NewerClassFilesTest {

  @TempDir private Path folder;

  private byte[] pointOfVersion(int version) throws Exception {
    new Sources().add("user.Point", "package user; public class Point {}").compile(folder);
    byte[] file = Files.readAllBytes(folder.resolve("user/Point.class"));
    file[6] = (byte) (version >> 8);
    file[7] = (byte) version;
    return file;
  }

  // D35
  @Test
  void areRefusedByTheWorkerWithBothVersions() throws Exception {
    byte[] file = pointOfVersion(999);
    Manifest manifest =
        Manifest.of(List.of(new Manifest.Entry("here", "user.Point", Digest.of(file))));
    SessionLoaders worker =
        new SessionLoaders(new OneFile(manifest, file), SessionLoaders.platformAndApi());
    // The second task must hear the same, not the JVM's own words.
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> worker.loaderFor(manifest.id()))
          .isInstanceOf(CodeUnavailableException.class)
          .hasMessageContaining("class user.Point needs Java 955 (class file 999), worker pid ")
          .hasMessageContaining(" runs Java " + Runtime.version().feature() + ".")
          .hasMessageContaining("Start the workers with Java 955 or newer");
    }
  }

  // D35
  @Test
  void areToldByTheDriver() throws Exception {
    Class<?> point =
        new Sources()
            .add("user.Point", "package user; public class Point {}")
            .compile(folder)
            .loadClass("user.Point");
    Preparer driver = Drivers.bare();
    Manifest manifest = Drivers.seal(driver, point);
    assertThat(driver.library().newest(manifest.id())).contains(new ClassVersion("user.Point", 61));
    assertThat(new ClassVersion("user.Point", 61).java()).isEqualTo(17);
  }

  /** A driver that knows one class. */
  private record OneFile(Manifest known, byte[] file) implements CodeRequests {

    @Override
    public byte[] manifest(Digest id) {
      return known.encode();
    }

    @Override
    public Map<Digest, byte[]> code(List<Digest> missing) {
      return Map.of(Digest.of(file), file);
    }

    @Override
    public Optional<byte[]> find(Digest manifest, String className) {
      return Optional.empty();
    }

    @Override
    public Optional<String> travels(String jar) {
      throw new AssertionError(jar);
    }

    @Override
    public byte[] resources(Digest manifest, String name) {
      throw new AssertionError(name);
    }
  }
}
