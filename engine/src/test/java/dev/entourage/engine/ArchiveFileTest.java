package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveFileTest {

  @TempDir Path folder;

  private ArchiveFile file;

  @BeforeEach
  void make() {
    file = new ArchiveFile(folder, "worker-17-abc");
  }

  @Test
  void isFoundByItsKeyOnceItIsWhole() throws IOException {
    assertThat(file.find()).isEmpty();
    file.offer(part("0123456789"));

    assertThat(file.find().orElseThrow()).hasContent("0123456789");
    assertThat(new ArchiveFile(folder, "worker-17-ab").find()).isEmpty();
    assertThat(new ArchiveFile(folder, "worker-25-abc").find()).isEmpty();
  }

  @Test
  void isRemovedWhenItIsCutOffOrChanged() throws IOException {
    for (String damage : List.of("", "012345678", "0123456780", "01234567890")) {
      file.offer(part("0123456789"));
      Path path = file.find().orElseThrow();
      Files.writeString(path, damage);

      assertThat(file.find()).as(damage).isEmpty();
      assertThat(path).doesNotExist();
    }
  }

  @Test
  void isMadeByOneOfManyWhoWantIt() throws Exception {
    int drivers = 8;
    ExecutorService all = Executors.newFixedThreadPool(drivers);
    for (int round = 0; round < 200; round++) {
      assertThat(claims(all, drivers)).isEqualTo(1);
      file.unclaim();
    }
    all.shutdown();
    assertThat(file.claim()).isTrue();
  }

  private int claims(ExecutorService all, int drivers) throws Exception {
    CyclicBarrier start = new CyclicBarrier(drivers);
    Callable<Boolean> driver =
        () -> {
          start.await();
          return file.claim();
        };
    int claimed = 0;
    for (Future<Boolean> each :
        all.invokeAll(Stream.generate(() -> driver).limit(drivers).toList())) {
      claimed += each.get() ? 1 : 0;
    }
    return claimed;
  }

  @Test
  void isLeftToOthersAgainWhenAMakerDied() throws IOException {
    assertThat(file.claim()).isTrue();
    age("claim", Duration.ofMinutes(9));
    assertThat(file.claim()).isFalse();
    age("claim", Duration.ofMinutes(11));
    assertThat(file.claim()).isTrue();
  }

  @Test
  void isNotTriedAgainForADayWhereNoneCanBeMade() throws IOException {
    file.offer(folder.resolve("never-made"));
    assertThat(file.find()).isEmpty();
    assertThat(file.claim()).isFalse();
    age("failed", Duration.ofHours(25));
    assertThat(file.claim()).isTrue();
  }

  @Test
  void sweepsAwayWhatIsOld() throws IOException {
    Path old = part("old");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(61))));
    file.offer(part("0123456789"));
    file.sweep();
    assertThat(old).doesNotExist();
    assertThat(file.find()).isPresent();
  }

  private Path part(String content) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "some", ".part"), content);
  }

  private void age(String what, Duration age) throws IOException {
    Path path = folder.resolve(file.key() + "." + what);
    Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(age)));
  }
}
