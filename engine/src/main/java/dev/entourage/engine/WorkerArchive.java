package dev.entourage.engine;

import dev.entourage.spi.SerializationBackend;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The classes of a worker, read ahead by an earlier JVM: with this archive a worker starts in half
 * the time. The JVM itself checks that the jars are the same, and goes without where it doesn't
 * fit. Thread-safe; nothing here fails, since all works without.
 */
final class WorkerArchive {

  /** Set to {@code off}, there is none. */
  static final String PROPERTY = "entourage.archive";

  private static final int KEY = 16;

  /** Java has renamed what it calls its messages about archives. */
  private static final int AOT = 24;

  /** Where a worker says whether it has an archive, and why not; {@code doctor} reads it. */
  private static final String STATE = "-Dentourage.archive.state=";

  private final Optional<ArchiveFile> file;
  private final SerializationBackend backend;
  private String state;
  private Optional<Path> found = Optional.empty();

  private WorkerArchive(Optional<ArchiveFile> file, SerializationBackend backend, String state) {
    this.file = file;
    this.backend = backend;
    this.state = state;
  }

  /** None where the user has one, or wants none, or the folder isn't safe. */
  static WorkerArchive of(SerializationBackend backend, List<String> usersOptions) {
    if ("off".equals(System.getProperty(PROPERTY))) {
      return none(backend, "off");
    }
    return usersOptions.stream().anyMatch(WorkerArchive::isAboutArchives)
        ? none(backend, "off, as options of the JVM are about archives")
        : in(CacheFolder.place(), backend);
  }

  private static WorkerArchive none(SerializationBackend backend, String state) {
    return new WorkerArchive(Optional.empty(), backend, state);
  }

  private static WorkerArchive in(Path folder, SerializationBackend backend) {
    try {
      Optional<String> key = key(WorkerClassPath.of(backend));
      if (key.isEmpty()) {
        return none(backend, "none, as the class path holds folders");
      }
      Optional<String> flaw = CacheFolder.flaw(folder);
      return flaw.isPresent()
          ? none(backend, "none, as the folder can't be used: " + folder + ", " + flaw.get())
          : new WorkerArchive(Optional.of(new ArchiveFile(folder, key.get())), backend, "none yet");
    } catch (IOException | RuntimeException e) {
      return none(backend, "none: " + e);
    }
  }

  /** What a worker is started with. */
  synchronized List<String> options() {
    if (found.isEmpty()) {
      found = find();
      found.ifPresent(path -> state = "used: " + path);
    }
    List<String> options = new ArrayList<>(List.of(STATE + state));
    found.ifPresent(archive -> options.addAll(use(archive)));
    return options;
  }

  /** Starts a process that makes what is missing. It lives for some seconds, maybe alone. */
  synchronized void makeIfMissing() {
    try {
      if (file.isPresent() && find().isEmpty() && file.get().claim()) {
        start(file.get());
      }
    } catch (IOException | RuntimeException e) {
      Log.LOG.debug("No archive can be made", e);
    }
  }

  private void start(ArchiveFile claimed) throws IOException {
    // Another maker may have ended just before the claim.
    if (find().isPresent()) {
      claimed.unclaim();
    } else {
      ArchiveMaker.start(backend, claimed);
    }
  }

  private Optional<Path> find() {
    try {
      return file.isPresent() ? file.get().find() : Optional.empty();
    } catch (IOException e) {
      Log.LOG.debug("No archive can be read", e);
      return Optional.empty();
    }
  }

  private static List<String> use(Path archive) {
    String use = "-XX:SharedArchiveFile=" + archive;
    return Runtime.version().feature() < AOT
        ? List.of(use, "-Xlog:cds*=off")
        : List.of(use, "-Xlog:cds*=off", "-Xlog:aot*=off");
  }

  private static boolean isAboutArchives(String option) {
    return option.startsWith("-Xshare")
        || option.startsWith("-XX:SharedArchiveFile")
        || option.startsWith("-XX:ArchiveClassesAtExit")
        || option.startsWith("-XX:AOT");
  }

  /** Names the Java and the very jars; none where one is a folder, which archives can't hold. */
  private static Optional<String> key(String classPath) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String name : List.of("java.home", "java.runtime.version", "java.vm.name", "os.arch")) {
      all.append(System.getProperty(name)).append('\n');
    }
    for (String entry : classPath.split(File.pathSeparator)) {
      Path jar = Path.of(entry);
      if (!Files.isRegularFile(jar)) {
        return Optional.empty();
      }
      all.append(jar).append(' ').append(Files.size(jar)).append(' ');
      all.append(Files.getLastModifiedTime(jar).toMillis()).append('\n');
    }
    return Optional.of("worker-" + Runtime.version().feature() + "-" + hash(all.toString()));
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, KEY);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
