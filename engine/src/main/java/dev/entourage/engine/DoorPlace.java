package dev.entourage.engine;

import dev.entourage.worker.DoorFiles;
import dev.entourage.worker.Letterboxes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Where a door listens: a Unix-domain socket in a folder that only this user may enter, or a port
 * of the loopback interface where there is no such socket.
 *
 * @param folder the socket's folder, empty for a port
 */
record DoorPlace(Optional<Path> folder) {

  /** The kernel's structure for such addresses has 108 bytes on Linux, 104 elsewhere. */
  private static final int LONGEST_PATH = 100;

  /** Where Linux has files that are memory, and no disk ever writes them. */
  private static final Path MEMORY = Path.of("/dev/shm");

  static DoorPlace make() throws IOException {
    try {
      return inFolder();
    } catch (UnsupportedOperationException e) {
      return new DoorPlace(Optional.empty());
    }
  }

  /** Empty where no memory looks like a file: a link does without. */
  Optional<Letterboxes> letterboxes() {
    try {
      return folder.isPresent() && Files.isWritable(MEMORY)
          ? Optional.of(Letterboxes.make(memoryFile()))
          : Optional.empty();
    } catch (IOException e) {
      Log.LOG.debug("No memory for letterboxes", e);
      return Optional.empty();
    }
  }

  /** A link in our folder leads to it, so nobody else can lead the worker to another. */
  private Path memoryFile() throws IOException {
    Path file = Files.createTempFile(MEMORY, "en", null, asAttribute("rw-------"));
    try {
      return Files.createSymbolicLink(files().letters(), file);
    } catch (IOException e) {
      Files.delete(file);
      throw e;
    }
  }

  private DoorFiles files() {
    return new DoorFiles(folder.orElseThrow());
  }

  ServerSocketChannel listen() throws IOException {
    try {
      return folder.isPresent() ? listenAt(files().socket()) : listenAtPort();
    } catch (IOException e) {
      remove();
      throw e;
    }
  }

  void remove() {
    JvmExit.forget(this);
    deleteFiles();
  }

  void deleteFiles() {
    try {
      if (folder.isPresent()) {
        files().delete();
      }
    } catch (IOException e) {
      Log.LOG.warn("Could not remove {}", folder.get(), e);
    }
  }

  private static DoorPlace inFolder() throws IOException {
    Path folder = temporaryFolder();
    DoorPlace place = new DoorPlace(Optional.of(folder));
    JvmExit.remember(place);
    if (place.files().socket().toString().getBytes().length > LONGEST_PATH) {
      place.remove();
      return new DoorPlace(Optional.empty());
    }
    return place;
  }

  private static FileAttribute<?> asAttribute(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }

  private static Path temporaryFolder() throws IOException {
    try {
      return Files.createTempDirectory("en", asAttribute("rwx------"));
    } catch (IOException e) {
      throw new IOException(
          "No folder can be made for a worker's socket: java.io.tmpdir="
              + System.getProperty("java.io.tmpdir")
              + ". Start java with -Djava.io.tmpdir=… of a folder that can be written to",
          e);
    }
  }

  private ServerSocketChannel listenAt(Path socket) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    return server.bind(UnixDomainSocketAddress.of(socket));
  }

  private static ServerSocketChannel listenAtPort() throws IOException {
    return ServerSocketChannel.open()
        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }
}
