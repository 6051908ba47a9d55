package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.engine.Leases.Answer;
import dev.entourage.engine.Leases.Ask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeasesTest {

  private final Leases leases = new Leases(4);

  @Test
  void oneSessionAloneMayHaveAll() {
    leases.opened("a");
    assertThat(leases.share("a")).isEqualTo(4);
    for (int i = 0; i < 4; i++) {
      assertThat(ask("a", i)).isEqualTo(Answer.GRANTED);
    }
    assertThat(leases.room()).isZero();
    assertThat(ask("a", 4)).isEqualTo(Answer.REFUSED);
  }

  @Test
  void aLaterSessionGetsItsShareFromWhoHasMore() {
    takeAll("a");
    leases.opened("b");
    assertThat(leases.share("b")).isEqualTo(2);
    assertThat(ask("b", 0)).isEqualTo(Answer.WAITS);
    assertThat(ask("b", 1)).isEqualTo(Answer.WAITS);
    assertThat(ask("b", 2)).isEqualTo(Answer.REFUSED);
    assertThat(leases.reclaims(0)).containsExactly("a", "a");
    assertThat(leases.reclaims(0)).as("they are on their way").isEmpty();
    leases.freed("a", "3");
    assertThat(leases.next(0)).contains(new Ask("b", "0"));
    assertThat(ask("a", 9)).as("it has its share").isEqualTo(Answer.REFUSED);
    leases.freed("a", "2");
    assertThat(leases.next(0)).contains(new Ask("b", "1"));
    assertThat(leases.next(0)).isEmpty();
  }

  @Test
  void whoWantsLessLeavesTheRestToOthers() {
    leases.opened("a");
    ask("a", 0);
    leases.opened("b");
    for (int i = 0; i < 3; i++) {
      assertThat(ask("b", i)).isEqualTo(Answer.GRANTED);
    }
    leases.opened("c");
    assertThat(ask("c", 0)).isEqualTo(Answer.WAITS);
    assertThat(leases.reclaims(0)).containsExactly("b");
  }

  @Test
  void whoHasNothingComesBeforeWhoAskedEarlier() {
    takeAll("a");
    leases.opened("b");
    ask("b", 0);
    ask("b", 1);
    leases.reclaims(0);
    leases.freed("a", "0");
    leases.next(0);
    leases.opened("c");
    ask("c", 0);
    leases.freed("a", "1");
    assertThat(leases.next(0)).contains(new Ask("c", "0"));
  }

  @Test
  void moreSessionsThanWorkersTakeTurns() {
    for (int i = 0; i < 4; i++) {
      leases.opened("s" + i);
      assertThat(leases.ask(new Ask("s" + i, "w"), i)).isEqualTo(Answer.GRANTED);
    }
    leases.opened("late");
    assertThat(ask("late", 0)).isEqualTo(Answer.WAITS);
    assertThat(leases.reclaims(Leases.TURN - 1)).isEmpty();
    assertThat(leases.isContended()).isTrue();
    assertThat(leases.reclaims(Leases.TURN)).containsExactly("s0");
    leases.freed("s0", "w");
    assertThat(leases.next(Leases.TURN)).contains(new Ask("late", "0"));
    assertThat(leases.ask(new Ask("s0", "x"), Leases.TURN)).isEqualTo(Answer.WAITS);
    assertThat(leases.reclaims(Leases.TURN + 1)).containsExactly("s1");
  }

  @Test
  void aSessionThatClosesGivesAllBackAndAsksForNothing() {
    takeAll("a");
    leases.opened("b");
    ask("b", 0);
    leases.closed("a");
    assertThat(leases.reclaims(0)).as("they end anyway").isEmpty();
    leases.opened("c");
    ask("c", 0);
    leases.closed("c");
    leases.freed("a", "0");
    assertThat(leases.next(0)).contains(new Ask("b", "0"));
    assertThat(leases.next(0)).isEmpty();
  }

  @Test
  void drainingAsksForAllThatIsntOnItsWay() {
    takeAll("a");
    leases.opened("b");
    ask("b", 0);
    leases.reclaims(0);
    assertThat(leases.refuseAll()).containsExactly(new Ask("b", "0"));
    assertThat(leases.drain()).isEqualTo(Map.of("a", 3));
    leases.freed("a", "0");
    assertThat(leases.room()).isZero();
    assertThat(leases.share("b")).isZero();
    assertThat(ask("b", 1)).isEqualTo(Answer.REFUSED);
  }

  /** Whatever happens, there are never too many, and everybody who asks gets his share. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everybodyGetsHisShareInTheEnd(long seed) {
    Random random = new Random(seed);
    int sessions = 1 + random.nextInt(6);
    Map<String, List<String>> held = new HashMap<>();
    long now = 0;
    int names = 0;
    for (int s = 0; s < sessions; s++) {
      leases.opened("s" + s);
      held.put("s" + s, new ArrayList<>());
    }
    Map<String, Integer> turns = new HashMap<>();
    for (int round = 0; round < 200; round++) {
      now += Leases.TURN;
      for (String session : held.keySet()) {
        Ask ask = new Ask(session, "w" + names++);
        if (leases.ask(ask, now) == Answer.GRANTED) {
          held.get(session).add(ask.worker());
        }
      }
      for (String session : leases.reclaims(now)) {
        leases.freed(session, held.get(session).remove(0));
      }
      for (var ask = leases.next(now); ask.isPresent(); ask = leases.next(now)) {
        held.get(ask.get().session()).add(ask.get().worker());
      }
      assertThat(held.values().stream().mapToInt(List::size).sum()).isLessThanOrEqualTo(4);
      held.forEach((session, workers) -> turns.merge(session, workers.size(), Integer::sum));
    }
    int least = 200 * 4 / sessions / 2;
    assertThat(turns.values()).as("%s sessions", sessions).allMatch(had -> had >= least);
  }

  private void takeAll(String session) {
    leases.opened(session);
    for (int i = 0; i < 4; i++) {
      ask(session, i);
    }
  }

  private Answer ask(String session, int worker) {
    return leases.ask(new Ask(session, String.valueOf(worker)), 0);
  }
}
