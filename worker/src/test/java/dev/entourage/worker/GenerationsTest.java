package dev.entourage.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.CodeUnavailableException;
import dev.entourage.preparer.Digest;
import dev.entourage.preparer.SessionLoaders;
import dev.entourage.worker.LinkMessage.Answer;
import dev.entourage.worker.LinkMessage.ManifestRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GenerationsTest {

  private static final Digest ANY = Digest.of(new byte[1]);

  /** The thread of this test stands for the one that reads the link. */
  @Test
  void letsAnAnswerThroughBehindAValueToForget() throws Exception {
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      try (Link worker = new Link(SocketChannel.open(server.getLocalAddress()));
          Link driver = new Link(server.accept())) {
        Questions questions = new Questions(worker, new Baton(() -> {}));
        Generations generations = generations(questions);
        CompletableFuture<?> task = CompletableFuture.supplyAsync(() -> generations.of(ANY));
        ManifestRequest asked = (ManifestRequest) driver.receive();
        assertThat(task).isNotDone();

        generations.forget(ANY);

        questions.answered(asked.id(), new Answer(asked.id(), Optional.empty()));
        assertThatThrownBy(task::join).hasCauseInstanceOf(CodeUnavailableException.class);
      }
    }
  }

  private static Generations generations(Questions questions) {
    SessionLoaders loaders = new SessionLoaders(questions, SessionLoaders.platformAndApi());
    return new Generations(loaders, null, questions, null);
  }
}
