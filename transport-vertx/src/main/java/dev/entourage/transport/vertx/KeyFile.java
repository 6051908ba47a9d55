package dev.entourage.transport.vertx;

import dev.entourage.ConfigurationException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Makes the keys by which drivers and hosts of a cluster know each other. {@code entourage keygen}
 * is its command.
 *
 * @since 0.1
 */
public final class KeyFile {

  private KeyFile() {}

  /**
   * Writes a new key of Ed25519 to a file that only this user may read, and its public half next to
   * it, as {@code <file>.pub}. A folder that is missing is made for this user alone.
   *
   * @param file where to, for option {@code key}
   * @param name what people call its owner, for lists of keys
   * @param replace whether a key that is there may be replaced
   * @return the line for the lists of others
   * @throws ConfigurationException when the file is there already or can't be written
   */
  public static String create(Path file, String name, boolean replace) {
    if (!name.matches("[^\\p{Cntrl}]{0,200}")) {
      throw new ConfigurationException("A key's name is one short line: name=" + name);
    }
    Identity identity = Identity.generate();
    String line = (KeyList.KIND + " " + identity.key().text() + " " + name).strip();
    try {
      makeFolder(file.toAbsolutePath().getParent());
      write(file, identity.pem(), replace);
      Files.writeString(file.resolveSibling(file.getFileName() + ".pub"), line + "\n");
      return line;
    } catch (FileAlreadyExistsException there) {
      throw new ConfigurationException(
          "There is a key already, which others may know: "
              + file
              + ". Choose another file, or replace it with --force.",
          there);
    } catch (IOException | UnsupportedOperationException failure) {
      throw new ConfigurationException(
          "Can't write the key: " + file + ": " + failure.getMessage(), failure);
    }
  }

  private static void makeFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, mode(folder, "rwx------"));
    }
  }

  /** The file is never seen half-written, nor by others, not for a moment. */
  private static void write(Path file, String pem, boolean replace) throws IOException {
    if (!replace && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    Path folder = file.toAbsolutePath().getParent();
    Path fresh = Files.createTempFile(folder, ".key", "", mode(folder, "rw-------"));
    try {
      Files.writeString(fresh, pem);
      if (replace) {
        Files.move(
            fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } else {
        Files.createLink(file, fresh); // Fails when somebody else was faster, unlike a move.
      }
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static FileAttribute<?>[] mode(Path place, String mode) {
    return place.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }
}
