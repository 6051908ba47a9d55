package dev.entourage.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private static final String SOCKET = "w";

  static DoorPlace make() throws IOException {
    try {
      return inFolder();
    } catch (UnsupportedOperationException e) {
      return new DoorPlace(Optional.empty());
    }
  }

  ServerSocketChannel listen() throws IOException {
    try {
      return folder.isPresent() ? listenAt(folder.get().resolve(SOCKET)) : listenAtPort();
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
        Files.deleteIfExists(folder.get().resolve(SOCKET));
        Files.deleteIfExists(folder.get());
      }
    } catch (IOException e) {
      Log.LOG.warn("Could not remove {}", folder.get(), e);
    }
  }

  private static DoorPlace inFolder() throws IOException {
    Path folder =
        Files.createTempDirectory(
            "en",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    DoorPlace place = new DoorPlace(Optional.of(folder));
    JvmExit.remember(place);
    if (folder.resolve(SOCKET).toString().getBytes().length > LONGEST_PATH) {
      place.remove();
      return new DoorPlace(Optional.empty());
    }
    return place;
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
