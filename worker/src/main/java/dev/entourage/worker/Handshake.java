package dev.entourage.worker;

import dev.entourage.worker.LinkMessage.Hello;
import dev.entourage.worker.LinkMessage.Welcome;
import java.io.IOException;
import java.util.function.IntFunction;

/**
 * Makes sure that both ends of a link know the secret, before either says anything else.
 *
 * @since 0.1
 */
public final class Handshake {

  private Handshake() {}

  /**
   * Lets a worker in.
   *
   * @param link a new link
   * @param secrets finds the secret of a worker by its number; null when none is awaited
   * @return the number of the worker that proved it
   * @throws IOException when the link broke
   * @throws FrameException when the peer isn't a worker that is awaited
   */
  public static int asHost(Link link, IntFunction<Secret> secrets) throws IOException {
    if (!(link.receive() instanceof Hello hello)) {
      throw new FrameException("A worker must begin with its proof");
    }
    Secret secret = secrets.apply(hello.worker());
    if (secret == null || !Secret.same(secret.workerProof(), hello.proof())) {
      throw new FrameException("A worker must know its secret: worker=" + hello.worker());
    }
    link.send(new Welcome(secret.hostProof()));
    return hello.worker();
  }

  static Link asWorker(Setup setup) throws IOException {
    Link link = setup.connect();
    link.send(new Hello(setup.worker(), setup.secret().workerProof()));
    if (link.receive() instanceof Welcome welcome
        && Secret.same(setup.secret().hostProof(), welcome.proof())) {
      link.cap(Frames.DEFAULT_CAP);
      return link;
    }
    link.close();
    throw new FrameException("The host must know the worker's secret");
  }
}
