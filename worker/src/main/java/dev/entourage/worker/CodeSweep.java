package dev.entourage.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Bounds a folder: what wasn't used for longest goes first. Others write there at the same time, so
 * the folder is looked at again and again, and may be a little larger for a moment. For one thread.
 */
final class CodeSweep {

  /** How the name of a file begins that somebody is writing. */
  static final String UNFINISHED = "new-";

  /** Who writes one for so long is dead. */
  private static final Duration DEAD = Duration.ofHours(1);

  /** A look is worth this part of the folder. */
  private static final int PARTS = 16;

  private record Kept(Path file, long size, Instant used) {}

  private final Path folder;
  private final long most;
  private long unseen;

  CodeSweep(Path folder, long most) {
    this.folder = folder;
    this.most = most;
    unseen = most;
  }

  /** Called before a file is written. */
  void makeRoom(long size) throws IOException {
    unseen += size;
    if (unseen > most / PARTS) {
      sweep(size);
      unseen = 0;
    }
  }

  private void sweep(long more) throws IOException {
    List<Kept> all = list();
    long total = more + all.stream().mapToLong(Kept::size).sum();
    if (total <= most) {
      return;
    }
    all.sort(Comparator.comparing(Kept::used));
    for (Kept oldest : all) {
      if (total <= most - most / PARTS) {
        return;
      }
      Files.deleteIfExists(oldest.file());
      total -= oldest.size();
    }
  }

  private List<Kept> list() throws IOException {
    List<Kept> all = new ArrayList<>();
    Instant dead = Instant.now().minus(DEAD);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        add(all, file, dead);
      }
    }
    return all;
  }

  private static void add(List<Kept> all, Path file, Instant dead) throws IOException {
    try {
      Kept kept = new Kept(file, Files.size(file), Files.getLastModifiedTime(file).toInstant());
      if (!file.getFileName().toString().startsWith(UNFINISHED)) {
        all.add(kept);
      } else if (kept.used().isBefore(dead)) {
        Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException e) {
      // Somebody else sweeps, too.
    }
  }
}
