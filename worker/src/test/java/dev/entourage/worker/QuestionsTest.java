package dev.entourage.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.CodeUnavailableException;
import dev.entourage.preparer.Digest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

// D32
@Timeout(60)
class QuestionsTest {

  private static final Digest ANY = Digest.of(new byte[1]);

  private Link driver;
  private Questions questions;

  @BeforeEach
  void connect() throws Exception {
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      questions =
          new Questions(
              new Link(SocketChannel.open(server.getLocalAddress())), new Baton(() -> {}));
      driver = new Link(server.accept());
    }
  }

  @AfterEach
  void close() throws Exception {
    driver.close();
  }

  @Test
  void whoWaitsForADriverThatGoesGetsAnError() throws Exception {
    CompletableFuture<byte[]> asked =
        CompletableFuture.supplyAsync(() -> questions.resources(ANY, "words.txt"));
    assertThat(driver.receive()).isInstanceOf(LinkMessage.ResourceRequest.class);
    questions.end();
    assertThatThrownBy(asked::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(CodeUnavailableException.class)
        .hasMessageContaining("The driver is gone");
  }

  @Test
  void whoAsksADriverThatIsGoneGetsAnError() {
    questions.end();
    assertThatThrownBy(() -> questions.find(ANY, "user.Main"))
        .isInstanceOf(CodeUnavailableException.class)
        .hasMessageContaining("The driver is gone");
  }
}
