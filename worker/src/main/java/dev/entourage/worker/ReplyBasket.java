package dev.entourage.worker;

import dev.entourage.worker.LinkMessage.Reply;
import dev.entourage.worker.LinkMessage.Result;
import dev.entourage.worker.LinkMessage.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Results of one batch that go home together, though not much later for that. Thread-safe. */
final class ReplyBasket {

  /** So many bytes are worth a frame. */
  private static final int ENOUGH = 256 * 1024;

  /** So long may a result be late, in nanoseconds. */
  private static final long LATE = 5_000_000;

  private final Consumer<LinkMessage> out;
  private List<Result> results = new ArrayList<>();
  private int bytes;
  private long since;

  ReplyBasket(Consumer<LinkMessage> out) {
    this.out = out;
  }

  void add(Reply reply) {
    if (reply instanceof Result result) {
      add(result);
    } else {
      out.accept(reply);
    }
  }

  private synchronized void add(Result result) {
    long now = System.nanoTime();
    since = results.isEmpty() ? now : since;
    results.add(result);
    bytes += result.bytes().remaining();
    if (bytes >= ENOUGH || now - since >= LATE) {
      flush();
    }
  }

  synchronized void flush() {
    if (!results.isEmpty()) {
      out.accept(results.size() == 1 ? results.get(0) : new Results(results));
      results = new ArrayList<>();
      bytes = 0;
    }
  }
}
