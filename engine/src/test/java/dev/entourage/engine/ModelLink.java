package dev.entourage.engine;

import dev.entourage.worker.LinkMessage;
import dev.entourage.worker.LinkMessage.Batch;
import dev.entourage.worker.LinkMessage.Cancel;
import dev.entourage.worker.LinkMessage.Parcel;
import dev.entourage.worker.LinkMessage.Recall;
import dev.entourage.worker.LinkMessage.Result;
import dev.entourage.worker.LinkMessage.Returned;
import dev.entourage.worker.LinkMessage.Unbegun;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What a worker does with tasks, as a model that goes one step at a time. */
abstract class ModelLink {

  /** On the way to it; a clock of the dispatcher's may add, too. */
  final Queue<LinkMessage> inbox = new ConcurrentLinkedQueue<>();

  /** On the way to the driver. */
  final Queue<LinkMessage> outbox = new ArrayDeque<>();

  /** The first of each runs. */
  final List<Deque<Unbegun>> loads = new ArrayList<>();

  abstract void begins(Unbegun task);

  abstract void ends(Unbegun task);

  /** Reads the next message; false when there is none. */
  boolean read() {
    LinkMessage message = inbox.poll();
    if (message instanceof Parcel parcel) {
      load(List.of(new Unbegun(parcel.task(), parcel.attempt())));
    } else if (message instanceof Batch batch) {
      load(batch.items().stream().map(i -> new Unbegun(i.task(), i.attempt())).toList());
    } else if (message instanceof Cancel cancel) {
      cancel(new Unbegun(cancel.task(), cancel.attempt()));
    } else if (message instanceof Recall) {
      giveBack();
    }
    return message != null;
  }

  private void load(List<Unbegun> tasks) {
    loads.add(new ArrayDeque<>(tasks));
    begins(tasks.get(0));
  }

  private void cancel(Unbegun task) {
    for (Deque<Unbegun> load : loads) {
      if (!load.peek().equals(task) && load.remove(task)) {
        answer(task);
      }
    }
  }

  /** The task that runs for longest ends; false when none does. */
  boolean endOne() {
    if (loads.isEmpty()) {
      return false;
    }
    Deque<Unbegun> load = loads.remove(0);
    Unbegun task = load.remove();
    ends(task);
    answer(task);
    if (!load.isEmpty()) {
      loads.add(load);
      begins(load.peek());
    }
    return true;
  }

  private void answer(Unbegun task) {
    outbox.add(new Result(task.task(), task.attempt(), ByteBuffer.allocate(0)));
  }

  void giveBack() {
    List<Unbegun> left = new ArrayList<>();
    for (Deque<Unbegun> load : loads) {
      Unbegun first = load.remove();
      left.addAll(load);
      load.clear();
      load.add(first);
    }
    if (!left.isEmpty()) {
      outbox.add(new Returned(left));
    }
  }
}
