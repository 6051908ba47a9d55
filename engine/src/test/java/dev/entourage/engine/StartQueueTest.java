package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StartQueueTest {

  private final StartQueue queue = new StartQueue(2);
  private final List<StartTurn> turns =
      IntStream.range(0, 5).mapToObj(i -> new StartTurn(queue)).toList();

  private List<Integer> come() {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      if (turns.get(i).hasCome()) {
        all.add(i);
      }
    }
    return all;
  }

  @Test
  void letsAsManyStartAsItMay() {
    turns.forEach(queue::enter);
    assertThat(come()).containsExactly(0, 1);
  }

  @Test
  void letsTheNextStartWhenOneHasStarted() {
    turns.forEach(queue::enter);
    turns.get(1).end();
    turns.get(1).end();
    assertThat(come()).containsExactly(0, 1, 2);
  }

  @Test
  void callsNobodyForOneThatWaited() {
    turns.forEach(queue::enter);
    turns.get(2).end();
    assertThat(come()).as("2 needn't wait, and needn't start").containsExactly(0, 1, 2);
    turns.get(0).end();
    assertThat(come()).containsExactly(0, 1, 2, 3);
  }

  @Test
  void holdsUpNobodyWhoNeedNotStart() {
    turns.get(4).end();
    turns.forEach(queue::enter);
    assertThat(come()).containsExactly(0, 1, 4);
    turns.get(4).await();
  }

  /** One that never says that it has started, as on a machine that has too much to do. */
  @Test
  void goesOnWhereStartsTakeLong() {
    turns.forEach(StartTurn::await);
    assertThat(come()).containsExactly(0, 1, 2, 3, 4);
  }
}
