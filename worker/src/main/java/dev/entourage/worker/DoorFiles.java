package dev.entourage.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * What a host sets out for the one worker that it awaits: a socket, and what leads to the memory
 * that both share.
 *
 * @param folder has both, and nothing else; only this user may enter it
 * @since 0.1
 */
public record DoorFiles(Path folder) {

  /**
   * Names the socket.
   *
   * @return its path
   */
  public Path socket() {
    return folder.resolve("w");
  }

  /**
   * Names the link to the memory of the letterboxes, which may not be there.
   *
   * @return its path
   */
  public Path letters() {
    return folder.resolve("l");
  }

  /**
   * Removes all of it; who has the memory goes on having it. Several threads may do so at once, and
   * the worker, too.
   *
   * @throws IOException when something of it can't be removed
   */
  public void delete() throws IOException {
    try {
      Files.deleteIfExists(Files.readSymbolicLink(letters()));
    } catch (NoSuchFileException e) {
      // There is none, or somebody else was here first.
    }
    Files.deleteIfExists(letters());
    Files.deleteIfExists(socket());
    Files.deleteIfExists(folder);
  }
}
