package dev.entourage.worker;

import dev.entourage.preparer.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Class files that workers of this machine and user have had, for those to come. Whatever is in the
 * folder, nobody gets a wrong file: each is checked when it is read, and one that isn't right isn't
 * there. Where it can't be written, nothing more is kept. Thread-safe.
 */
final class CodeFolder {

  /** No class file is longer; the rest would be memory for nothing. */
  private static final int LONGEST = 32 << 20;

  /** A file that is used counts as new again, but nobody writes that down each time. */
  private static final Duration YOUNG = Duration.ofHours(6);

  /** How long the end of this JVM waits for files under way, in milliseconds. */
  private static final long PATIENCE = 1_000;

  private final Path folder;
  private final CodeSweep sweep;
  private ExecutorService writer;
  private volatile boolean closed;

  /**
   * Uses a folder.
   *
   * @param folder one of this user's alone
   * @param most how many bytes may lie there, about
   */
  CodeFolder(Path folder, long most) {
    this.folder = folder;
    this.sweep = new CodeSweep(folder, most);
  }

  /** Finds a class file by what it must hold. */
  Optional<byte[]> find(Digest hash) {
    Path file = folder.resolve(SealedFile.name(hash));
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LONGEST) {
        return Optional.empty();
      }
      Optional<byte[]> found = SealedFile.unseal(hash, read(file));
      if (found.isPresent()) {
        touch(file);
      } else {
        Files.deleteIfExists(file);
      }
      return found;
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Keeps class files whose hashes were checked. Returns at once. */
  void keep(Map<Digest, byte[]> files) {
    if (!closed && !files.isEmpty()) {
      try {
        writer().execute(() -> write(files));
      } catch (RejectedExecutionException | IllegalStateException e) {
        closed = true; // This JVM ends.
      }
    }
  }

  private static byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(LONGEST);
    }
  }

  private static void touch(Path file) throws IOException {
    Instant now = Instant.now();
    if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(YOUNG))) {
      Files.setLastModifiedTime(file, FileTime.from(now));
    }
  }

  private void write(Map<Digest, byte[]> files) {
    try {
      for (Map.Entry<Digest, byte[]> file : files.entrySet()) {
        write(file.getKey(), file.getValue());
      }
    } catch (IOException | RuntimeException e) {
      closed = true; // The disk is full, or the folder isn't ours any more: tasks needn't know.
    }
  }

  /** Renaming makes it whole, so that nobody reads half of one. */
  private void write(Digest hash, byte[] file) throws IOException {
    Path place = folder.resolve(SealedFile.name(hash));
    if (closed || Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    sweep.makeRoom(file.length);
    Path made = Files.createTempFile(folder, CodeSweep.UNFINISHED, null);
    try {
      Files.write(made, SealedFile.seal(hash, file));
      Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(made);
    }
  }

  /** The threads are made when something is to be kept: most workers find all. */
  private synchronized ExecutorService writer() {
    if (writer == null) {
      Runtime.getRuntime().addShutdownHook(thread(this::finish, "entourage-kept"));
      writer = Executors.newSingleThreadExecutor(body -> thread(body, "entourage-keeping"));
    }
    return writer;
  }

  /** Waits for files under way, and keeps no more. */
  void finish() {
    writer().shutdown();
    try {
      writer().awaitTermination(PATIENCE, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    closed = true;
  }

  /** It knows no loader of the user's. */
  private static Thread thread(Runnable body, String name) {
    Thread thread = new Thread(null, body, name, 0, false);
    thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
    thread.setDaemon(true);
    return thread;
  }
}
