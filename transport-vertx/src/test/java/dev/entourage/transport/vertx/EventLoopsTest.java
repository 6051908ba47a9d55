package dev.entourage.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.engine.ProcessesTransport;
import dev.entourage.spi.Transport;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class EventLoopsTest {

  private final Vertx vertx = Vertx.vertx(QuietVertx.options());

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @ParameterizedTest
  @ValueSource(classes = {ProcessesTransport.class, ClusterTransport.class})
  void areTheOnlyThreadsThatMayNotWait(Class<? extends Transport> type) throws Exception {
    Transport transport = type.getDeclaredConstructor().newInstance();

    assertThat(transport.mayWait()).isTrue();
    assertThat(there(task -> vertx.runOnContext(ready -> task.run()), transport)).isFalse();
    assertThat(
            there(
                task ->
                    vertx.executeBlocking(
                        () -> {
                          task.run();
                          return null;
                        }),
                transport))
        .isTrue();
  }

  private static boolean there(Consumer<Runnable> thread, Transport transport) {
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    thread.accept(() -> answer.complete(transport.mayWait()));
    return answer.join();
  }
}
