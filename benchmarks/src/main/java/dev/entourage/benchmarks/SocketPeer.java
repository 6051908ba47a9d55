package dev.entourage.benchmarks;

import dev.entourage.RemoteCallable;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Serializable tasks through a socket to another JVM that has their classes, as one would write it
 * in an afternoon. Each task stands for itself: the streams forget between two.
 */
final class SocketPeer implements AutoCloseable {

  private final PeerJvm jvm;
  private final Socket socket;
  private final ObjectOutputStream out;
  private final ObjectInputStream in;

  private SocketPeer(PeerJvm jvm, Socket socket) throws IOException {
    this.jvm = jvm;
    this.socket = socket;
    out = out(socket);
    in = in(socket);
  }

  static SocketPeer start() throws IOException {
    PeerJvm jvm = PeerJvm.start(SocketPeer.class);
    int port = Integer.parseInt(jvm.greeting());
    return new SocketPeer(jvm, new Socket(InetAddress.getLoopbackAddress(), port));
  }

  /** There and back, one at a time. */
  Object call(RemoteCallable<?> task) throws IOException, ClassNotFoundException {
    write(task);
    flush();
    return read();
  }

  /** Sends as much as fits before it is flushed; for one thread. */
  void write(RemoteCallable<?> task) throws IOException {
    out.reset();
    out.writeObject(task);
  }

  void flush() throws IOException {
    out.flush();
  }

  /** For one thread. */
  Object read() throws IOException, ClassNotFoundException {
    return in.readObject();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    jvm.close();
  }

  /**
   * Runs the other JVM, for one connection.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) throws IOException {
    ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(() -> accept(server));
    thread.setDaemon(true);
    thread.start();
    PeerJvm.serve(Integer.toString(server.getLocalPort()));
  }

  private static void accept(ServerSocket server) {
    try (Socket socket = server.accept()) {
      ObjectOutputStream out = out(socket);
      BufferedInputStream bytes = new BufferedInputStream(socket.getInputStream());
      ObjectInputStream in = new ObjectInputStream(bytes);
      while (true) {
        out.reset();
        out.writeObject(((RemoteCallable<?>) in.readObject()).call());
        if (bytes.available() == 0) {
          out.flush();
        }
      }
    } catch (Exception e) {
      // The other side has gone.
    }
  }

  /** Made before the other direction's, whose maker waits for what this one writes. */
  private static ObjectOutputStream out(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    ObjectOutputStream out =
        new ObjectOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    out.flush();
    return out;
  }

  private static ObjectInputStream in(Socket socket) throws IOException {
    return new ObjectInputStream(new BufferedInputStream(socket.getInputStream()));
  }
}
