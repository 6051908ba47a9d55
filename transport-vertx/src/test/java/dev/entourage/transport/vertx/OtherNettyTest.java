package dev.entourage.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Spring Boot's parent manages Netty to 4.1, which lacks what Vert.x 5 starts with. */
class OtherNettyTest {

  @Test
  void isNamedToWhoWantsACluster() {
    String missing = "io.netty.channel.MultiThreadIoEventLoopGroup";
    assertThat(MixedLibraries.named(new NoClassDefFoundError(missing)))
        .hasMessageContaining(missing)
        .hasMessageContaining("netty-transport-4.2")
        .hasMessageContaining("vertx-core-5")
        .hasMessageContaining("netty.version");
  }
}
