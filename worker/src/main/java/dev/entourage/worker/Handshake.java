package dev.entourage.worker;

import dev.entourage.worker.LinkMessage.Hello;
import dev.entourage.worker.LinkMessage.Welcome;
import java.io.IOException;

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
   * @param secret what the awaited worker knows
   * @throws IOException when the link broke
   * @throws FrameException when the peer isn't that worker
   */
  public static void asHost(Link link, Secret secret) throws IOException {
    if (!(link.receive() instanceof Hello hello)) {
      throw new FrameException("A worker must begin with its proof");
    }
    if (!Secret.same(secret.workerProof(), hello.proof())) {
      throw new FrameException("A worker must know the secret");
    }
    link.send(new Welcome(secret.hostProof()));
  }

  static Link asWorker(Setup setup) throws IOException {
    Link link = setup.connect();
    link.send(new Hello(setup.secret().workerProof()));
    if (link.receive() instanceof Welcome welcome
        && Secret.same(setup.secret().hostProof(), welcome.proof())) {
      link.cap(Frames.DEFAULT_CAP);
      return link;
    }
    link.close();
    throw new FrameException("A host must know the secret");
  }
}
