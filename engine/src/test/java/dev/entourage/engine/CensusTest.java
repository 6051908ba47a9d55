package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.HostInfo;
import dev.entourage.spi.Transport;
import dev.entourage.worker.BusCodec;
import dev.entourage.worker.BusMessage.AskStatus;
import dev.entourage.worker.BusMessage.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CensusTest {

  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(50);

  @Test
  void asksAHostOfThisJvmWithoutOpeningASession() {
    List<HostInfo> hosts = Census.take(new MemoryTransport(), Map.of("max", "7"), LONG);
    assertThat(hosts).extracting(HostInfo::name).containsExactly(MemoryTransport.HOST);
    assertThat(hosts.get(0).maxWorkers()).isEqualTo(7);
    assertThat(hosts.get(0).javaVersion()).isEqualTo(System.getProperty("java.version"));
    assertThat(hosts.get(0).sessions()).isEmpty();
  }

  @Test
  void listsHostsByNameAndDoesNotWaitForThoseThatLeaveOrDoNotFit() {
    assertThat(
            Census.take(
                hosts(
                    Map.of("c", status("c"), "a", status("a"), "other", new byte[] {2, 1, 1}),
                    "gone"),
                Map.of(),
                LONG))
        .extracting(HostInfo::name)
        .containsExactly("a", "c");
  }

  @Test
  void answersThatAreNoneAreWaitedForNoLongerThanWanted() {
    assertThat(Census.take(hosts(Map.of()), Map.of(), SHORT)).isEmpty();
    byte[] damaged = {1, 59, 0, 0, 0, 4, 127, -1, -1, -1};
    assertThat(Census.take(hosts(Map.of("a", damaged)), Map.of(), SHORT)).isEmpty();
    assertThat(Census.take(hosts(Map.of("a", status("b"))), Map.of(), SHORT))
        .as("a host that speaks for another")
        .isEmpty();
  }

  private static byte[] status(String name) {
    HostInfo.Counts none = new HostInfo.Counts(0, 0, 0, 0, 0, 0);
    return BusCodec.encode(
        new Status(new HostInfo(name, "17", List.of("kryo"), 2, none, Map.of(), List.of())));
  }

  /** Hosts that answer as they are told to, and some that leave instead. */
  private static Transport hosts(Map<String, byte[]> answers, String... leaving) {
    return new Transport() {

      @Override
      public String id() {
        return "told";
      }

      @Override
      public Connection connect(Driver driver) {
        Stream.of(leaving).forEach(driver::joined);
        answers.keySet().forEach(driver::joined);
        return new Connection() {

          @Override
          public void send(String host, byte[] frame) {
            assertThat(BusCodec.decode(frame)).isEqualTo(new AskStatus());
            if (answers.containsKey(host)) {
              driver.received(host, answers.get(host));
            } else {
              driver.left(host);
            }
          }

          @Override
          public void close() {}
        };
      }
    };
  }
}
