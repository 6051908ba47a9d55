package dev.entourage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.HostInfo;
import dev.entourage.HostInfo.Counts;
import dev.entourage.HostInfo.Session;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MembersTableTest {

  private static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

  @Test
  void standsInColumns() {
    HostInfo busy =
        new HostInfo(
            "a",
            "17.0.15",
            List.of("kryo", "fory"),
            8,
            new Counts(3, 9, 1, 123_456, 4_500_000, 999_949),
            Map.of("UNKNOWN_KEY", 2L, "MALFORMED", 1L),
            List.of(
                new Session(
                    "anna", Duration.ofMinutes(125), new Counts(2, 5, 0, 100_000, 12, 1_234)),
                new Session("", Duration.ofSeconds(119), NONE)));
    HostInfo idle = new HostInfo("host-b", "25", List.of("kryo"), 16, NONE, Map.of(), List.of());
    assertThat(print(busy, idle))
        .containsExactly(
            "HOST    JAVA     BACKENDS   WORKERS  DRIVERS  TASKS   IN      OUT       LOST  REFUSED",
            "a       17.0.15  fory,kryo  3/8      2        123456  4.5 MB  999.9 kB  1     3"
                + " (MALFORMED 1, UNKNOWN_KEY 2)",
            "host-b  25       kryo       0/16     0        0       0 B     0 B       0     0",
            "",
            "HOST  DRIVER  SINCE  WORKERS  TASKS   IN    OUT     LOST",
            "a     anna    2 h    2        100000  12 B  1.2 kB  0",
            "a     -       119 s  0        0       0 B   0 B     0");
  }

  @Test
  void hasNoTableOfSessionsWhereThereIsNone() {
    HostInfo idle = new HostInfo("b", "25", List.of("kryo"), 16, NONE, Map.of(), List.of());
    assertThat(print(idle)).hasSize(2);
  }

  @Test
  void doesNotLetAHostDriveTheTerminal() {
    HostInfo host =
        new HostInfo("b", "25\u001b[2J\n", List.of("kryo"), 16, NONE, Map.of(), List.of());
    assertThat(print(host)).hasSize(2).last().asString().contains("25?[2J?");
  }

  @Test
  void showsNumbersInTheUnitThatFits() {
    assertThat(MembersTable.bytes(999)).isEqualTo("999 B");
    assertThat(MembersTable.bytes(999_950)).isEqualTo("1.0 MB");
    assertThat(MembersTable.bytes(Long.MAX_VALUE)).isEqualTo("9223372.0 TB");
    assertThat(MembersTable.age(Duration.ofMinutes(119))).isEqualTo("119 min");
    assertThat(MembersTable.age(Duration.ofDays(3))).isEqualTo("3 days");
  }

  private static List<String> print(HostInfo... hosts) {
    StringWriter text = new StringWriter();
    MembersTable.print(List.of(hosts), new PrintWriter(text));
    return text.toString().lines().toList();
  }
}
