package dev.entourage.transport.vertx;

import dev.entourage.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * Refuses files which decide about trust when other users of the machine have a hand in them, or
 * know a secret. Only where files have such modes.
 */
final class FileModes {

  private static final Set<PosixFilePermission> READ =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private static final int STICKY = 01000;

  private FileModes() {}

  /**
   * Refuses a secret that others can read or change.
   *
   * @param option the option that names it, for messages
   */
  static void requireSecret(String option, Path file) {
    require(option, file, true);
  }

  /**
   * Refuses a file that others can change.
   *
   * @param option the option that names it, for messages
   */
  static void requireOurs(String option, Path file) {
    require(option, file, false);
  }

  private static void require(String option, Path named, boolean secret) {
    try {
      Path file = named.toRealPath();
      if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
        requireOwner(option, file);
        requireFile(option, file, secret);
        requireFolder(option, file.getParent());
      }
    } catch (IOException e) {
      throw new ConfigurationException("A file can't be read: " + option + "=" + named, e);
    }
  }

  private static void requireOwner(String option, Path file) throws IOException {
    String owner = attributes(file).owner().getName();
    if (!isUs(file) && !owner.equals("root")) {
      throw refused(option, file, "belongs to " + owner, "chown " + us());
    }
  }

  private static boolean isUs(Path file) throws IOException {
    return attributes(file)
        .owner()
        .equals(file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(us()));
  }

  private static String us() {
    return System.getProperty("user.name");
  }

  private static void requireFile(String option, Path file, boolean secret) throws IOException {
    if (othersWrite(file)) {
      throw refused(
          option, file, "can be changed by other users", secret ? "chmod 600" : "chmod go-w");
    }
    if (secret && hasAny(file, READ)) {
      throw refused(option, file, "can be read by other users", "chmod 600");
    }
  }

  /** Whoever may rename files of a folder may exchange them. In a sticky one only owners may. */
  private static void requireFolder(String option, Path folder) throws IOException {
    boolean sticky = ((int) Files.getAttribute(folder, "unix:mode") & STICKY) != 0;
    if (othersWrite(folder) && !sticky) {
      throw refused(option, folder, "is a folder that other users can change", "chmod go-w");
    }
  }

  /** A group that has its owner's name is the owner's own, as many systems give to each user. */
  private static boolean othersWrite(Path file) throws IOException {
    PosixFileAttributes is = attributes(file);
    return is.permissions().contains(PosixFilePermission.OTHERS_WRITE)
        || is.permissions().contains(PosixFilePermission.GROUP_WRITE)
            && !is.group().getName().equals(is.owner().getName());
  }

  private static boolean hasAny(Path file, Set<PosixFilePermission> permissions)
      throws IOException {
    return attributes(file).permissions().stream().anyMatch(permissions::contains);
  }

  private static PosixFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, PosixFileAttributes.class);
  }

  private static ConfigurationException refused(String option, Path file, String why, String fix) {
    return new ConfigurationException(
        "%s %s, so it can't be trusted as option %s. Run: %s '%s'"
            .formatted(file, why, option, fix, file));
  }
}
