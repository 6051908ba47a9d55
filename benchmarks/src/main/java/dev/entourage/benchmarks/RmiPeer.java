package dev.entourage.benchmarks;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.server.UnicastRemoteObject;
import java.util.Base64;

/**
 * Java RMI in a JVM of its own, on the loopback interface. It ends when its standard input does.
 *
 * @param process the other JVM
 * @param service its stub here
 */
record RmiPeer(Process process, Service service) implements AutoCloseable {

  /** What can be called. */
  interface Service extends Remote {
    int triple(int x) throws RemoteException;
  }

  static RmiPeer start() throws IOException, ClassNotFoundException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-Djava.rmi.server.hostname=127.0.0.1",
                "-cp",
                System.getProperty("java.class.path"),
                RmiPeer.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    return new RmiPeer(process, decode(lines.readLine()));
  }

  private static Service decode(String stub) throws IOException, ClassNotFoundException {
    byte[] bytes = Base64.getDecoder().decode(stub);
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return (Service) in.readObject();
    }
  }

  @Override
  public void close() {
    process.destroy();
  }

  /**
   * Runs the other JVM: tells its stub, then serves until nobody listens.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) throws IOException {
    Service service = x -> x * 3;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(UnicastRemoteObject.exportObject(service, 0));
    }
    System.out.println(Base64.getEncoder().encodeToString(bytes.toByteArray()));
    System.in.transferTo(OutputStream.nullOutputStream());
    System.exit(0);
  }
}
