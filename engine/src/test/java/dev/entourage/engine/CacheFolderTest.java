package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheFolderTest {

  @TempDir Path home;

  @Test
  void isMadeForThisUserOnly() throws IOException {
    Path folder = home.resolve("deep/er");
    assertThat(CacheFolder.flaw(folder)).isEmpty();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    assertThat(CacheFolder.flaw(folder)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"r-x------", "rwxr-xr-x", "rwx-w----"})
  void isNotUsedWhereItIsReadOnlyOrOthersMayEnter(String permissions) throws IOException {
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString(permissions));
    assertThat(CacheFolder.flaw(home))
        .contains("its permissions are " + permissions + " and must be rwx------");
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
  }

  /** Only root may give a folder away; the root of the file system is root's. */
  @Test
  void isNotUsedWhereItIsSomebodyElses() {
    assertThat(CacheFolder.flaw(Path.of("/"))).isPresent();
  }

  @Test
  void isNotUsedThroughALinkNorWhereNoneCanBeMade() throws IOException {
    Path real = home.resolve("real");
    assertThat(CacheFolder.flaw(real)).isEmpty();
    Path link = Files.createSymbolicLink(home.resolve("link"), real);
    assertThat(CacheFolder.flaw(link)).contains("it is no folder");
    assertThat(CacheFolder.flaw(Path.of("/dev/null/entourage"))).isPresent();
  }
}
