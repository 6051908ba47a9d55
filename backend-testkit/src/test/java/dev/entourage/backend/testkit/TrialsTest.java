package dev.entourage.backend.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.backend.testkit.Cases.Case;
import dev.entourage.backend.testkit.Cases.Outcome;
import dev.entourage.backend.testkit.Verdict.Kind;
import dev.entourage.spi.NodeTable;
import dev.entourage.spi.Steps;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The kit notices what is wrong, however little it is. */
class TrialsTest {

  /** The largest long as the steps have it. */
  private static final byte[] LARGEST = {-2, -1, -1, -1, -1, -1, -1, -1, -1, 1};

  private static Case named(String title) {
    return Cases.all().stream().filter(c -> c.title().startsWith(title)).findFirst().orElseThrow();
  }

  private static Kind kind(String title, UnaryOperator<NodeTable> spoil) {
    return new Trials().of(named(title), 0, () -> new TableBackend(spoil)).kind();
  }

  /** Makes the largest long less by one, as a library does that loses a bit. */
  private static NodeTable withoutLargest(NodeTable table) {
    byte[] less = LARGEST.clone();
    less[0] -= 2;
    return with(table, LARGEST, less);
  }

  private static UnaryOperator<NodeTable> text(String from, String to) {
    return table -> with(table, from.getBytes(ISO_8859_1), to.getBytes(ISO_8859_1));
  }

  /** Exchanges some bytes of the steps for as many others. */
  private static NodeTable with(NodeTable table, byte[] from, byte[] to) {
    Steps all = table.steps();
    byte[] steps = Arrays.copyOfRange(all.array(), all.start(), all.start() + all.size());
    for (int at = 0; at + from.length <= steps.length; at++) {
      if (Arrays.equals(steps, at, at + from.length, from, 0, from.length)) {
        System.arraycopy(to, 0, steps, at, to.length);
      }
    }
    return new NodeTable(
        table.texts(), table.rows(), table.values(), table.blobs(), Steps.of(steps));
  }

  @Test
  void carriesWithoutAnythingSpoiled() {
    assertThat(kind("F1 ", table -> table)).isEqualTo(Kind.CARRIED);
    assertThat(kind("N1 ", table -> table)).isEqualTo(Kind.CARRIED);
    assertThat(kind("C26 ", table -> table)).isEqualTo(Kind.REFUSED);
  }

  @Test
  void noticesAnotherValue() {
    assertThat(kind("F4 ", text("given", "taken"))).isEqualTo(Kind.WRONG);
    assertThat(kind("F17 ", TrialsTest::withoutLargest)).isEqualTo(Kind.WRONG);
  }

  @Test
  void noticesAnErrorThatIsNotOurs() {
    UnaryOperator<NodeTable> broken =
        table -> {
          throw new IllegalStateException("of the library");
        };
    assertThat(kind("F1 ", broken)).isEqualTo(Kind.WRONG);
  }

  @Test
  void allowsNothingWrong() {
    for (Outcome outcome : Outcome.values()) {
      assertThat(outcome.allows(Kind.WRONG)).isFalse();
    }
    Set<Kind> others = EnumSet.complementOf(EnumSet.of(Kind.CARRIED));
    assertThat(others).noneMatch(Outcome.CARRIED::allows);
    Verdict wrong = new Verdict(Kind.WRONG, "", new IllegalStateException("why"));
    assertThatThrownBy(() -> wrong.check(Outcome.NEVER_WRONG))
        .hasMessageContaining("WRONG")
        .hasRootCauseMessage("why");
  }
}
