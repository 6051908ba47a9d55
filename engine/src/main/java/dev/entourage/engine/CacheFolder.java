package dev.entourage.engine;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.Set;

/**
 * The folder of this user's for what is kept between programs. What is in it becomes code of
 * workers, so nobody else may have a way into it; where that isn't so, nothing is kept.
 */
final class CacheFolder {

  private static final Set<PosixFilePermission> OURS = PosixFilePermissions.fromString("rwx------");

  private CacheFolder() {}

  /** Where it is or would be. */
  static Path place() {
    String base = System.getenv("XDG_CACHE_HOME");
    // A relative one has no meaning: programs run in many folders.
    return base != null && base.startsWith("/")
        ? Path.of(base, "entourage")
        : Path.of(System.getProperty("user.home"), ".cache", "entourage");
  }

  /** The folder within it for class files; empty where it isn't safe, or isn't wanted. */
  static Optional<Path> forCode() {
    if ("off".equals(System.getProperty("entourage.code"))) {
      return Optional.empty();
    }
    Path folder = place().resolve("code");
    Optional<String> flaw = flaw(folder.getParent()).or(() -> flaw(folder));
    flaw.ifPresent(
        why ->
            Log.LOG.warn("Class files aren't kept for later sessions: {}, folder={}", why, folder));
    return flaw.isEmpty() ? Optional.of(folder) : Optional.empty();
  }

  /** The folder within it for jars that are no files of their own; empty where it isn't safe. */
  static Optional<Path> forJars() {
    Path folder = place().resolve("jars");
    return flaw(folder.getParent()).isEmpty() && flaw(folder).isEmpty()
        ? Optional.of(folder)
        : Optional.empty();
  }

  /** Makes it where it is missing; says why it can't be used, if so. */
  static Optional<String> flaw(Path folder) {
    try {
      make(folder);
      return flawOf(folder);
    } catch (IOException | UnsupportedOperationException | SecurityException e) {
      return Optional.of(e.toString());
    }
  }

  private static void make(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectories(folder.getParent());
      try {
        Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OURS));
      } catch (FileAlreadyExistsException e) {
        // Another driver was faster, or it is no folder, which is told below.
      }
    }
  }

  private static Optional<String> flawOf(Path folder) throws IOException {
    PosixFileAttributes is =
        Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    UserPrincipal me =
        folder
            .getFileSystem()
            .getUserPrincipalLookupService()
            .lookupPrincipalByName(System.getProperty("user.name"));
    if (!is.isDirectory()) {
      return Optional.of("it is no folder");
    }
    if (!is.owner().equals(me)) {
      return Optional.of("it belongs to " + is.owner().getName());
    }
    return is.permissions().equals(OURS)
        ? Optional.empty()
        : Optional.of(
            "its permissions are "
                + PosixFilePermissions.toString(is.permissions())
                + " and must be "
                + PosixFilePermissions.toString(OURS));
  }
}
