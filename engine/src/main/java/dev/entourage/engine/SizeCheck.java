package dev.entourage.engine;

import dev.entourage.Explanation.PathSize;
import dev.entourage.Explanation.SizeEntry;
import dev.entourage.PreparationException;
import dev.entourage.preparer.Preparer;
import dev.entourage.preparer.Statics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Holds what was encoded against the limits, before anything is sent, and says where the bytes are.
 * Measuring is a walk of its own: it is taken only when a limit is passed. Thread-safe.
 */
final class SizeCheck {

  /** So many paths are told. */
  private static final int PATHS = 5;

  /** More shapes than a program has: then warnings may come again. */
  private static final int MOST = 10_000;

  private final SizeLimits limits;
  private final Preparer preparer;
  private final Notices notices;
  private final Map<TaskShape, Long> warned = new HashMap<>();

  SizeCheck(SizeLimits limits, Preparer preparer, Notices notices) {
    this.limits = limits;
    this.preparer = preparer;
    this.notices = notices;
  }

  /**
   * Looks at a task.
   *
   * @param task what was submitted
   * @param bytes what it takes
   * @throws PreparationException when it is larger than what may be sent
   */
  void task(Object task, int bytes) {
    refuseAbove("A task's state", task, bytes);
    if (bytes > limits.warnAbove() && isNews(TaskShape.of(task, preparer::shape), bytes)) {
      notices.warn(
          tell("A task carries much state", task, bytes, limits.warnAbove())
              + "Send what tasks have in common once a worker, with Workers.share, and capture the"
              + " handle; Workers.Builder.warnAbove moves the limit.");
    }
  }

  /** Looks at a shared value. To share is what the warning asks for. */
  void shared(Object value, int bytes) {
    refuseAbove("A shared value", value, bytes);
  }

  /**
   * Looks at the static fields of a task. They are sent to each worker once for each change, so a
   * warning comes as often.
   *
   * @throws PreparationException when they are larger than what may be sent
   */
  void statics(Statics statics) {
    String facts = "about bytes=%d, limit=%d, largest=static %s. ";
    if (statics.size() > limits.refuseAbove()) {
      throw new PreparationException(
          "The static fields that a task may read must not be larger than the pool's limit: "
              + facts.formatted(statics.size(), limits.refuseAbove(), statics.largest())
              + "Keep less in them, load it on the workers, or move the limit with"
              + " Workers.Builder.refuseAbove.",
          "static " + statics.largest());
    }
    if (statics.size() > limits.warnAbove() && statics.isNew()) {
      notices.warn(
          "The static fields that a task may read are large: "
              + facts.formatted(statics.size(), limits.warnAbove(), statics.largest())
              + "They are sent to each worker, and again whenever they have changed;"
              + " Workers.Builder.warnAbove moves the limit.");
    }
  }

  private void refuseAbove(String what, Object root, int bytes) {
    if (bytes <= limits.refuseAbove()) {
      return;
    }
    SizeEntry all = preparer.sizes(root);
    throw new PreparationException(
        tell(what + " must not be larger than the pool's limit", all, bytes, limits.refuseAbove())
            + "Capture less of it, load it on the workers, or move the limit with"
            + " Workers.Builder.refuseAbove.",
        all.largest(1).stream().map(PathSize::path).findFirst().orElse(all.path()));
  }

  /** A task that grows is news each time it has doubled. */
  private synchronized boolean isNews(TaskShape shape, long bytes) {
    Long last = warned.get(shape);
    if (last != null && bytes < 2 * last) {
      return false;
    }
    if (warned.size() >= MOST) {
      warned.clear();
    }
    warned.put(shape, bytes);
    return true;
  }

  private String tell(String what, Object root, int bytes, long limit) {
    return tell(what, preparer.sizes(root), bytes, limit);
  }

  private static String tell(String what, SizeEntry all, int bytes, long limit) {
    List<PathSize> largest = all.largest(PATHS);
    return "%s: bytes=%d, limit=%d, task=%s, about:%n%s"
        .formatted(
            what,
            bytes,
            limit,
            all.type(),
            largest.stream().map(path -> "  " + path + "\n").collect(Collectors.joining()));
  }
}
