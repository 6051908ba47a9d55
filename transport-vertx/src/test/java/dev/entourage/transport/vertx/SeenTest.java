package dev.entourage.transport.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.HostInfo;
import dev.entourage.engine.Census;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a host with a real worker JVM tells, to drivers with keys and to who has it at hand. */
@Timeout(120)
class SeenTest {

  private static final int TASKS = 40;

  @TempDir private static Path folder;

  private static SecureCluster cluster;
  private static WorkerVerticle host;
  private static Vertx drivers;

  @BeforeAll
  static void open() throws Exception {
    cluster = new SecureCluster(TestKeys.selfSigned(folder, "bus"), folder);
    Path keys = cluster.key("host");
    Path anna = TestKeys.listing(cluster.key("anna"));
    Files.write(
        anna, Files.readAllLines(TestKeys.listing(cluster.key("bert"))), StandardOpenOption.APPEND);
    host =
        new WorkerVerticle(
            WorkerVerticleOptions.defaults()
                .withHostName("a")
                .withMaxWorkers(2)
                .withKeys(keys, anna));
    drivers = cluster.node();
  }

  @AfterAll
  static void close() {
    cluster.close();
  }

  @Test
  void isSeenByDriversWithAKeyAndByMetersAndInRecordings() throws Exception {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    new HostMetrics(host).bindTo(registry);
    assertThat(value(registry, "entourage.workers.max")).as("not deployed yet").isZero();
    assertThatThrownBy(host::info).hasMessageContaining("hostName=a");
    Blocking.await(cluster.node().deployVerticle(host));

    List<RecordedEvent> events = record(() -> work(registry));

    assertThat(events)
        .extracting(event -> event.getEventType().getName())
        .contains("dev.entourage.Prepare", "dev.entourage.Ship", "dev.entourage.Run");
    assertThat(RecordingFile.readAllEvents(ofWorker()))
        .filteredOn(event -> event.getEventType().getName().equals("dev.entourage.Run"))
        .hasSize(TASKS + 1);
    assertThat(census("mallory", Duration.ofSeconds(3))).as("whose key nobody lists").isEmpty();
    assertThat(value(registry, "entourage.refused", "reason", "unknown_key")).isPositive();
    HostInfo info = host.info();
    assertThat(info.refused()).containsKey("UNKNOWN_KEY");
    assertThat(info.sessions()).as("anna has left").isEmpty();
    assertThat(info.counts().workers()).isZero();
    assertThat(info.counts().lost()).isZero();
    assertThat(info.counts().tasks()).isEqualTo(TASKS + 1);
    assertThat(value(registry, "entourage.tasks")).isEqualTo(TASKS + 1);
  }

  private void work(SimpleMeterRegistry registry) {
    VertxWorkersOptions options =
        VertxWorkersOptions.defaults()
            .withProcesses(1)
            .withJvmOptions("-XX:StartFlightRecording:settings=none,filename=" + ofWorker())
            .withKeys(folder.resolve("anna"), folder.resolve("host.pub"));
    VertxWorkers workers = Blocking.await(VertxWorkers.join(drivers, options));
    new DriverMetrics(workers, "joined").bindTo(registry);
    new DriverMetrics(workers.pool(), "opened").bindTo(registry);
    try {
      assertThat(Blocking.await(workers.submit(TestTasks.one()))).isEqualTo(1);
      Blocking.await(
          workers.map(Stream.iterate("x", x -> x).limit(TASKS).toList(), TestTasks.document()));

      HostInfo info = census("bert", Duration.ofMinutes(1)).get(0);
      assertThat(info.name()).isEqualTo("a");
      assertThat(info.counts().workers()).isEqualTo(1);
      assertThat(info.sessions()).hasSize(1);
      HostInfo.Session session = info.sessions().get(0);
      assertThat(session.driver()).isEqualTo("anna");
      assertThat(session.counts().tasks()).isEqualTo(TASKS + 1);
      assertThat(session.counts().bytesIn()).isPositive();

      assertThat(value(registry, "entourage.workers", "host", "a")).isEqualTo(1);
      assertThat(value(registry, "entourage.sessions")).isEqualTo(1);
      assertThat(value(registry, "entourage.bytes", "direction", "out")).isPositive();
      assertThat(value(registry, "entourage.pool.workers", "pool", "joined", "state", "idle"))
          .isEqualTo(1);
      assertThat(value(registry, "entourage.pool.workers", "pool", "opened", "state", "busy"))
          .isZero();
      assertThat(value(registry, "entourage.pool.refused", "reason", "altered")).isZero();
    } finally {
      Blocking.await(workers.close());
    }
  }

  private static Path ofWorker() {
    return folder.resolve("worker.jfr");
  }

  private static List<HostInfo> census(String key, Duration patience) {
    if (!Files.exists(folder.resolve(key))) {
      cluster.key(key);
    }
    Map<String, String> options =
        Map.of(
            "key", folder.resolve(key).toString(), "hosts", folder.resolve("host.pub").toString());
    return Census.take(new JoinedTransport(drivers, new Refusals()), options, patience);
  }

  private static double value(SimpleMeterRegistry registry, String name, String... tags) {
    Meter meter = registry.get(name).tags(tags).meter();
    return meter.measure().iterator().next().getValue();
  }

  private static List<RecordedEvent> record(Runnable work) throws IOException {
    Path file = folder.resolve("driver.jfr");
    try (Recording recording = new Recording()) {
      recording.start();
      work.run();
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file);
  }
}
