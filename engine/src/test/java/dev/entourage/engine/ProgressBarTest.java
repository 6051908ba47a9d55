package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

  private static final int WIDTH = 70;

  private final FakeTerminal terminal = new FakeTerminal();
  private final PrintStream err = terminal.stream();
  private final PrintStream out = terminal.stream();
  private final Screen screen = new Screen(WIDTH);
  private final AtomicLong clock = new AtomicLong(1_000_000);
  private final ProgressBar bar = new ProgressBar(screen, clock::get);

  @BeforeEach
  void open() {
    assertThat(screen.take(err)).isTrue();
    screen.share(out);
    bar.opened(this, () -> 2);
  }

  private void later(long millis) {
    clock.addAndGet(millis);
    bar.draw();
  }

  private BarCall begun(long total) {
    BarCall call = bar.call(total);
    call.begin();
    return call;
  }

  @Test
  void showsWhatIsDoneOfHowMany() {
    BarCall call = begun(200);
    later(1_000);
    assertThat(terminal.lastLine())
        .isEqualTo("[" + "-".repeat(35) + "]    0 %  0/200  0.0/s  2 workers");
    call.progressed(100, 3, 200);
    later(1_000);
    assertThat(terminal.lastLine())
        .startsWith("[##########")
        .contains("-]   50 %  100/200  3 failed  50/s  2 workers")
        .hasSizeLessThan(WIDTH);
    assertThat(terminal.lines()).hasSize(1);
  }

  @Test
  void comesOnlyToWorkThatTakesLong() {
    BarCall call = begun(2);
    later(ProgressBar.SOON - 1);
    assertThat(terminal.lastLine()).isEmpty();
    call.progressed(1, 0, 2);
    later(1);
    assertThat(terminal.lastLine()).contains("1/2");
  }

  @Test
  void goesWhenNothingIsUnderWay() {
    BarCall call = begun(2);
    later(1_000);
    call.progressed(2, 0, 2);
    later(ProgressBar.PAUSE);
    assertThat(terminal.lastLine()).contains("2/2");
    later(1);
    assertThat(terminal.lines()).containsExactly("");
  }

  @Test
  void isGoneWhenTheLastPoolIsClosed() {
    BarCall call = begun(2);
    later(1_000);
    call.end();
    bar.closed(this);
    assertThat(terminal.lines()).containsExactly("");
  }

  @Test
  void addsUpCallsThatFollowEachOtherSoon() {
    for (int i = 0; i < 3; i++) {
      begun(1).progressed(1, i, 1);
      later(200);
    }
    begun(4).progressed(2, 1, 4);
    later(0);
    assertThat(terminal.lastLine()).contains("5/7  4 failed");
    later(10_000);
    BarCall endless = begun(-1);
    later(1_000);
    assertThat(terminal.lastLine()).startsWith("5 done  4 failed  0.4/s");
    endless.end();
  }

  @Test
  void beginsAnewAfterAPause() {
    begun(1).progressed(1, 1, 1);
    later(ProgressBar.PAUSE + 1);
    begun(9);
    later(1_000);
    assertThat(terminal.lastLine()).contains("0/9  0.0/s");
  }

  @Test
  void makesWayForWhatIsPrinted() {
    BarCall call = begun(10);
    later(1_000);
    out.println("result");
    err.println("warning");
    assertThat(terminal.lines()).containsExactly("result", "warning", "");
    later(100);
    out.print("one ");
    out.flush();
    later(100);
    assertThat(terminal.lines()).containsExactly("result", "warning", "one ");
    out.write('\n');
    later(100);
    assertThat(terminal.lines()).startsWith("result", "warning", "one ").hasSize(4);
    assertThat(terminal.lastLine()).contains("0/10");
    call.end();
  }

  @Test
  void fitsNarrowTerminals() {
    BarText text = new BarText(1_234, 5, 5_678, 10_000, 1);
    assertThat(text.fit(200)).contains("#").contains("1,234/5,678").endsWith("1 worker");
    assertThat(text.fit(45)).isEqualTo(" 21 %  1,234/5,678  5 failed  123/s  1 worke");
    assertThat(text.fit(10)).hasSize(9);
    assertThat(text.fit(1)).isEmpty();
    assertThat(new BarText(3, 0, -1, 6_000, 3).fit(80)).isEqualTo("3 done  0.5/s  3 workers");
    assertThat(new BarText(0, 0, 0, 0, 3).fit(80)).isEqualTo("0 done  0.0/s  3 workers");
  }
}
