package dev.entourage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.preparer.Digest;
import dev.entourage.preparer.Statics;
import dev.entourage.worker.BusMessage.WorkerLost;
import dev.entourage.worker.BusMessage.WorkerStarted;
import dev.entourage.worker.LinkMessage;
import dev.entourage.worker.LinkMessage.Reply;
import dev.entourage.worker.LinkMessage.Result;
import dev.entourage.worker.LinkMessage.Returned;
import dev.entourage.worker.LinkMessage.Unbegun;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Workers that answer, give back, cancel and die in any order, with messages under way: each task
 * ends once, runs at one place at a time, and again only where a worker died with it.
 */
class GiveBackModelTest {

  private static final int RUNS = 400;
  private static final int STEPS = 400;
  private static final int TASKS = 80;

  private Random random;
  private Dispatcher dispatcher;
  private Batching batching;
  private int names;
  private final Map<String, ModelWorker> workers = new LinkedHashMap<>();
  private final List<Ticket> tickets = new ArrayList<>();
  private final Map<Long, Integer> begun = new HashMap<>();
  private final Map<Long, Integer> lost = new HashMap<>();
  private final Map<Long, String> place = new HashMap<>();
  private int returned;

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void eachTaskEndsOnceWhateverHappens(int slots) {
    int all = 0;
    for (long seed = 0; seed < RUNS; seed++) {
      begin(seed, slots);
      for (int i = 0; i < STEPS; i++) {
        step();
      }
      finish(seed);
      all += returned;
    }
    assertThat(all).as("tasks that were given back").isGreaterThan(RUNS);
  }

  private void begin(long seed, int slots) {
    random = new Random(seed);
    workers.clear();
    tickets.clear();
    List.of(begun, lost, place).forEach(Map::clear);
    returned = 0;
    dispatcher = new Dispatcher(slots, new Line(), new Endings(Runnable::run), new Journal("none"));
    batching = new Batching();
    for (int i = 1; i < 100; i *= 4) {
      batching.measured(i, 1);
    }
    for (int i = 0; i < 3; i++) {
      start();
    }
  }

  private void step() {
    ModelWorker worker = List.copyOf(workers.values()).get(random.nextInt(workers.size()));
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> submit();
      case 3, 4 -> worker.read();
      case 5, 6 -> worker.endOne();
      case 7 -> worker.giveBack();
      case 8, 9 -> worker.tell();
      case 10 -> cancelOne();
      default -> dieMaybe(worker);
    }
  }

  private void submit() {
    if (tickets.size() < TASKS) {
      ByteBuffer bytes = ByteBuffer.allocate(0);
      long id = tickets.size() + 1;
      TaskLimits limits = new TaskLimits(Optional.empty(), 1_000, false);
      Ticket ticket =
          new Ticket(id, "task", Digest.of(bytes), Statics.none(), bytes, limits, () -> {})
              .with(batching);
      ticket
          .future()
          .atEnd(
              (result, e) -> {
                if (e != null) {
                  dispatcher.stop(ticket);
                }
              });
      tickets.add(ticket);
      dispatcher.dispatch(ticket);
    }
  }

  private void cancelOne() {
    if (!tickets.isEmpty() && random.nextInt(4) == 0) {
      tickets.get(random.nextInt(tickets.size())).future().cancel(true);
    }
  }

  private void dieMaybe(ModelWorker worker) {
    if (random.nextInt(8) == 0) {
      worker.die();
      start();
    }
  }

  private void start() {
    String name = "w" + ++names;
    workers.put(name, new ModelWorker(name));
    dispatcher.started("host", new WorkerStarted(name, 1, "17"));
  }

  private void finish(long seed) {
    for (boolean busy = true; busy; ) {
      busy = false;
      for (ModelWorker worker : List.copyOf(workers.values())) {
        busy |= worker.read() | worker.endOne() | worker.tell();
      }
    }
    assertThat(tickets).as("seed %s: %s", seed, dispatcher).allMatch(Ticket::isDone);
    begun.forEach(
        (task, times) ->
            assertThat(times)
                .as("seed %s: task %s", seed, task)
                .isLessThanOrEqualTo(1 + lost.getOrDefault(task, 0)));
  }

  private final class Line implements WorkerLine {

    @Override
    public void send(String host, String worker, LinkMessage message) {
      ModelWorker to = workers.get(worker);
      if (to != null) {
        to.inbox.add(message);
      }
    }

    @Override
    public void kill(String host, String worker) {}
  }

  /** Runs loads side by side, and the tasks of each in their order. */
  private final class ModelWorker extends ModelLink {

    private final String name;

    ModelWorker(String name) {
      this.name = name;
    }

    @Override
    void begins(Unbegun task) {
      begun.merge(task.task(), 1, Integer::sum);
      assertThat(place.put(task.task(), name)).as("where task %s runs", task.task()).isNull();
    }

    @Override
    void ends(Unbegun task) {
      place.remove(task.task());
    }

    /** The driver hears the next message. */
    boolean tell() {
      LinkMessage message = outbox.poll();
      if (message instanceof Returned back) {
        returned += back.tasks().size();
        dispatcher.returned(name, back);
      } else if (message instanceof Reply reply) {
        Ticket ticket = dispatcher.replied(name, reply);
        assertThat(ticket).as("whose reply %s is", reply).isNotNull();
        boolean first = ticket.future().returned(1);
        assertThat(first || ticket.future().isCancelled()).isTrue();
      }
      return message != null;
    }

    /** What it has said may have gone out in part. */
    void die() {
      for (int i = random.nextInt(outbox.size() + 1); i > 0; i--) {
        tell();
      }
      workers.remove(name);
      outbox.forEach(this::lose);
      inbox.forEach(this::lose);
      loads.forEach(load -> load.forEach(this::lose));
      place.values().removeIf(name::equals);
      dispatcher.lost(new WorkerLost(name, 1, 137, List.of()));
    }

    private void lose(LinkMessage message) {
      if (message instanceof Result result) {
        lose(new Unbegun(result.task(), result.attempt()));
      }
    }

    private void lose(Unbegun task) {
      lost.merge(task.task(), 1, Integer::sum);
    }
  }
}
