package dev.entourage.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import org.junit.jupiter.api.Test;

class SetupTest {

  @Test
  void carriesASocketPathWithSpaces() {
    assertReturns(UnixDomainSocketAddress.of("/tmp/a folder/w"));
  }

  @Test
  void carriesAPortOfTheLoopbackInterface() {
    assertReturns(new InetSocketAddress(InetAddress.getLoopbackAddress(), 4711));
  }

  @Test
  void refusesALineThatNoHostWrote() {
    assertThatThrownBy(() -> Setup.parse("hello")).isInstanceOf(FrameException.class);
  }

  @Test
  void doesNotShowTheSecretAsText() {
    Secret secret = Secret.fresh();
    Setup setup = new Setup(secret, UnixDomainSocketAddress.of("/tmp/w"));
    assertThat(setup.toLine()).contains(secret.hex());
    assertThat(setup.toString()).doesNotContain(secret.hex());
  }

  private static void assertReturns(SocketAddress address) {
    Secret secret = Secret.fresh();
    Setup back = Setup.parse(new Setup(secret, address).toLine().stripTrailing());
    assertThat(back.address()).isEqualTo(address);
    assertThat(Secret.same(back.secret().workerProof(), secret.workerProof())).isTrue();
    assertThat(Secret.same(back.secret().workerProof(), secret.hostProof())).isFalse();
  }
}
