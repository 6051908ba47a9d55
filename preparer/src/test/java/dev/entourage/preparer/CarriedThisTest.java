package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.entourage.PreparationException;
import dev.entourage.RemoteCallable;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** C26: what a lambda carries without need can't be told from its code, so the error tells it. */
class CarriedThisTest {

  static final class Service {
    final Thread cleaner = new Thread();
    int factor = 7;

    RemoteCallable<Integer> task() {
      return () -> factor;
    }

    RemoteCallable<Integer> reference() {
      return this::factor;
    }

    int factor() {
      return factor;
    }
  }

  record Job(Thread thread, int factor) {
    RemoteCallable<Integer> task() {
      return () -> factor;
    }
  }

  static final class Jobs extends ArrayList<Thread> {
    private static final long serialVersionUID = 1L;

    RemoteCallable<Integer> task() {
      return () -> size();
    }
  }

  static final class Worker extends Thread {
    RemoteCallable<String> task() {
      return () -> getName();
    }
  }

  private static String refusal(Object task) {
    return catchThrowableOfType(PreparationException.class, () -> Travel.copy(task)).getMessage();
  }

  @Test
  void aFieldMayBeLeftOut() {
    assertThat(refusal(new Service().task()))
        .contains("→ this → cleaner → java.lang.Thread can't travel: threads belong to their JVM")
        .endsWith(
            ". The lambda uses this, so all of this travels: unless it needs cleaner, copy what it"
                + " does need to local variables, or make cleaner transient");
  }

  @Test
  void aComponentOfARecordCanOnlyBeGoneRound() {
    assertThat(refusal(new Job(new Thread(), 7).task()))
        .endsWith("unless it needs thread, copy what it does need to local variables");
  }

  @Test
  void anElementCanOnlyBeGoneRound() {
    Jobs jobs = new Jobs();
    jobs.add(new Thread());
    assertThat(refusal(jobs.task())).endsWith("copy what it does need to local variables");
  }

  @Test
  void itselfCanOnlyBeGoneRound() {
    assertThat(refusal(new Worker().task()))
        .endsWith(". The lambda uses this, so this travels: copy what it needs to local variables");
  }

  @Test
  void aMethodReferenceNeedsItsObject() {
    assertThat(refusal(new Service().reference())).endsWith("start it inside the task");
  }

  @Test
  void whatIsCapturedByItselfIsNeeded() {
    Thread thread = new Thread();
    RemoteCallable<String> task = () -> thread.getName();
    assertThat(refusal(task)).endsWith("start it inside the task");
  }
}
