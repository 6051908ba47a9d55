package dev.entourage.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The archive of one Java with one version of our jars, in a folder of the user's. Java 17 dies of
 * a file that is cut off, so the name tells size and checksum: {@code key-size-checksum.jsa}. One
 * renaming makes the file and says that it is whole, and whoever is slower makes no harm.
 *
 * @param folder where it is
 * @param key tells the Java and the jars
 */
record ArchiveFile(Path folder, String key) {

  /** A maker that has died holds up others for so long. */
  private static final Duration CLAIM = Duration.ofMinutes(10);

  /** Where none can be made, nobody tries for so long. */
  private static final Duration FAILED = Duration.ofDays(1);

  private static final Duration KEPT = Duration.ofDays(60);

  private static final int BUFFER = 1 << 16;

  /** Finds one that is whole. What is damaged is removed. */
  Optional<Path> find() throws IOException {
    for (Path file : files()) {
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && file.equals(named(file))) {
        return Optional.of(file);
      }
      Files.deleteIfExists(file);
    }
    return Optional.empty();
  }

  /** Tells whether the caller is to make it: nobody else does, and nobody failed of late. */
  boolean claim() throws IOException {
    return !isYoung(failed(), FAILED) && !isClaimed() && create();
  }

  /**
   * Only what is seen to be old is removed: somebody may make a new claim at any moment. Two who
   * see an old one at once may both make the archive, which does no harm.
   */
  private boolean isClaimed() throws IOException {
    Optional<Instant> made = made(beside("claim"));
    if (made.isPresent() && !isYoung(made.get(), CLAIM)) {
      unclaim();
      return false;
    }
    return made.isPresent();
  }

  /** Takes a finished file, or notes that there is none. */
  void offer(Path made) throws IOException {
    if (Files.isRegularFile(made) && Files.size(made) > 0) {
      Files.move(made, named(made), StandardCopyOption.ATOMIC_MOVE);
    } else {
      Files.write(failed(), new byte[0]);
    }
  }

  void unclaim() throws IOException {
    Files.deleteIfExists(beside("claim"));
  }

  /** Removes what nobody has made anew for long: archives of former builds and of dead makers. */
  void sweep() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        if (Files.isRegularFile(file) && !isYoung(file, KEPT)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private boolean create() throws IOException {
    try {
      Files.createFile(beside("claim"));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private Path failed() {
    return beside("failed");
  }

  private Path beside(String ending) {
    return folder.resolve(key + "." + ending);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(f -> f.getFileName().toString().startsWith(key + "-"))
          .filter(f -> f.getFileName().toString().endsWith(".jsa"))
          .sorted()
          .toList();
    }
  }

  private Path named(Path file) throws IOException {
    CRC32 checksum = new CRC32();
    long size = 0;
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        checksum.update(buffer, 0, n);
        size += n;
      }
    }
    return folder.resolve("%s-%d-%08x.jsa".formatted(key, size, checksum.getValue()));
  }

  private static boolean isYoung(Path file, Duration age) throws IOException {
    return made(file).filter(made -> isYoung(made, age)).isPresent();
  }

  private static boolean isYoung(Instant made, Duration age) {
    return made.isAfter(Instant.now().minus(age));
  }

  private static Optional<Instant> made(Path file) throws IOException {
    try {
      return Optional.of(Files.getLastModifiedTime(file).toInstant());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
