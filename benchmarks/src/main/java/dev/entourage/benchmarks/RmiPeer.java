package dev.entourage.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.server.UnicastRemoteObject;
import java.util.Base64;

/**
 * Java RMI in a JVM of its own, on the loopback interface.
 *
 * @param jvm the other JVM
 * @param service its stub here
 */
record RmiPeer(PeerJvm jvm, Service service) implements AutoCloseable {

  /** What can be called. */
  interface Service extends Remote {
    int triple(int x) throws RemoteException;

    double[] echo(double[] array) throws RemoteException;

    <T> T execute(Task<T> task) throws RemoteException;
  }

  /**
   * What {@link Service#execute} runs, as in RMI's tutorial; its class is there already.
   *
   * @param <T> what it returns
   */
  interface Task<T> extends Serializable {
    T run();
  }

  /** As small a state as {@link PoolTasks#small} has, without a lambda, which takes RMI longer. */
  private static final class Tripling implements Task<Integer> {
    private static final long serialVersionUID = 1;
    private final PoolTasks.Tripler tripler = new PoolTasks.Tripler();

    @Override
    public Integer run() {
      return tripler.apply(5);
    }
  }

  static Task<Integer> small() {
    return new Tripling();
  }

  /** What the other JVM does. */
  private static final class Server implements Service {
    @Override
    public int triple(int x) {
      return x * 3;
    }

    @Override
    public double[] echo(double[] array) {
      return array;
    }

    @Override
    public <T> T execute(Task<T> task) {
      return task.run();
    }
  }

  static RmiPeer start() throws IOException, ClassNotFoundException {
    PeerJvm jvm = PeerJvm.start(RmiPeer.class, "-Djava.rmi.server.hostname=127.0.0.1");
    return new RmiPeer(jvm, decode(jvm.greeting()));
  }

  private static Service decode(String stub) throws IOException, ClassNotFoundException {
    byte[] bytes = Base64.getDecoder().decode(stub);
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return (Service) in.readObject();
    }
  }

  @Override
  public void close() {
    jvm.close();
  }

  /**
   * Runs the other JVM: tells its stub, then serves until nobody listens.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(UnicastRemoteObject.exportObject(new Server(), 0));
    }
    PeerJvm.serve(Base64.getEncoder().encodeToString(bytes.toByteArray()));
  }
}
