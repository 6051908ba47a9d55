package dev.entourage.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.entourage.preparer.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeFolderTest {

  private static final long MUCH = 1 << 20;

  @TempDir Path folder;

  @Test
  void oneWorkerFindsWhatAnotherHasKept() throws IOException {
    byte[] file = bytes(1, 1_000);
    keep(folder, MUCH, file);

    assertThat(new CodeFolder(folder, MUCH).find(Digest.of(file))).hasValue(file);
    assertThat(new CodeFolder(folder, MUCH).find(Digest.of(bytes(2, 1_000)))).isEmpty();
    assertThat(files()).hasSize(1);
  }

  @Test
  void anEmptyFileAndLongOnesAreKeptAsTheyAre() {
    for (int length : new int[] {0, 1, 31, 32, 33, 100_000}) {
      byte[] file = bytes(length, length);
      keep(folder, MUCH, file);
      assertThat(new CodeFolder(folder, MUCH).find(Digest.of(file))).hasValue(file);
    }
  }

  /** A task of another driver may read the folder. */
  @Test
  void whoCannotNameAFileFindsNeitherItsHashNorItsContent() throws IOException {
    byte[] file = "a secret in a class file, a secret in a class file".getBytes();
    keep(folder, MUCH, file);

    Path kept = files().get(0);
    assertThat(kept.getFileName().toString()).doesNotContain(Digest.of(file).toString());
    assertThat(new String(Files.readAllBytes(kept), StandardCharsets.ISO_8859_1))
        .doesNotContain("secret");
  }

  @Test
  void whatSomebodyHasChangedIsNotThereAndIsKeptAnew() throws IOException {
    byte[] file = bytes(1, 1_000);
    keep(folder, MUCH, file);
    byte[] changed = Files.readAllBytes(files().get(0));
    changed[500] ^= 1;
    Files.write(files().get(0), changed);
    CodeFolder other = new CodeFolder(folder, MUCH);
    assertThat(other.find(Digest.of(file))).isEmpty();

    keep(folder, MUCH, file);
    assertThat(other.find(Digest.of(file))).hasValue(file);
  }

  @Test
  void aLinkIsNotFollowed(@TempDir Path elsewhere) throws IOException {
    byte[] file = bytes(1, 1_000);
    keep(elsewhere, MUCH, file);
    try (Stream<Path> all = Files.list(elsewhere)) {
      Path real = all.findFirst().orElseThrow();
      Files.createSymbolicLink(folder.resolve(real.getFileName()), real);
    }

    assertThat(new CodeFolder(folder, MUCH).find(Digest.of(file))).isEmpty();
  }

  @Test
  void theOldestMakeRoomAndUsedOnesStay() throws IOException {
    Instant start = Instant.now().minusSeconds(1_000_000);
    byte[][] all = new byte[20][];
    for (int i = 0; i < 10; i++) {
      all[i] = bytes(i, 1_000);
      keep(folder, MUCH, all[i]);
      Path file = folder.resolve(SealedFile.name(Digest.of(all[i])));
      Files.setLastModifiedTime(file, FileTime.from(start.plusSeconds(i)));
    }
    Files.write(folder.resolve(CodeSweep.UNFINISHED + "dead"), new byte[100]);
    Files.setLastModifiedTime(folder.resolve(CodeSweep.UNFINISHED + "dead"), FileTime.from(start));
    assertThat(new CodeFolder(folder, MUCH).find(Digest.of(all[0]))).hasValue(all[0]);

    for (int i = 10; i < 20; i++) {
      all[i] = bytes(i, 1_000);
      keep(folder, 8_000, all[i]);
    }
    CodeFolder last = new CodeFolder(folder, MUCH);
    assertThat(last.find(Digest.of(all[19]))).isPresent();
    assertThat(last.find(Digest.of(all[1]))).isEmpty();
    assertThat(files().size()).isLessThanOrEqualTo(8);
    assertThat(files()).noneMatch(file -> file.toString().endsWith("dead"));
  }

  @Test
  void aFolderThatRefusesKeepsNothingAndHurtsNobody() {
    Path nowhere = folder.resolve("nowhere");
    byte[] file = bytes(1, 1_000);
    keep(nowhere, MUCH, file);

    assertThat(new CodeFolder(nowhere, MUCH).find(Digest.of(file))).isEmpty();
  }

  @Test
  void aFullDiskKeepsWhatFitsAndHurtsNobody() throws Exception {
    assumeTrue(mount("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.toString()));
    try {
      byte[] small = bytes(1, 10_000);
      keep(folder, MUCH, small);
      keep(folder, MUCH, bytes(2, 100_000));
      CodeFolder full = new CodeFolder(folder, MUCH);
      assertThat(full.find(Digest.of(small))).hasValue(small);
      assertThat(files()).as("no half file stays").hasSize(1);
    } finally {
      mount("umount", folder.toString());
    }
  }

  private static boolean mount(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static void keep(Path where, long most, byte[] file) {
    CodeFolder worker = new CodeFolder(where, most);
    worker.keep(Map.of(Digest.of(file), file));
    worker.finish();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  private static byte[] bytes(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
