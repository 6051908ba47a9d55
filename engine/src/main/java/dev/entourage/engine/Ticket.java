package dev.entourage.engine;

import dev.entourage.preparer.Digest;
import dev.entourage.preparer.Statics;
import dev.entourage.worker.LinkMessage.Cancel;
import dev.entourage.worker.LinkMessage.Parcel;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;

/**
 * A task under way, from its submission to the end of its future.
 *
 * @param id its number within the session
 * @param task what the user submitted
 * @param manifest the id of its classes
 * @param statics the values of static fields that it may read, kept for workers that ask
 * @param bytes the encoded task
 * @param future what the user waits for
 */
record Ticket(
    long id,
    Object task,
    Digest manifest,
    Statics statics,
    ByteBuffer bytes,
    CompletableFuture<Object> future) {

  /** Deaths of workers aren't survived yet: each task has one attempt. */
  private static final int FIRST_ATTEMPT = 1;

  Parcel parcel() {
    return new Parcel(id, FIRST_ATTEMPT, manifest, statics.id(), bytes);
  }

  Cancel cancel() {
    return new Cancel(id, FIRST_ATTEMPT);
  }

  boolean isDone() {
    return future.isDone();
  }

  void fail(Throwable why) {
    future.completeExceptionally(why);
  }

  /** Two tickets are never the same task. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(id);
  }
}
