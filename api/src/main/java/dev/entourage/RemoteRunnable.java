package dev.entourage;

import java.io.Serializable;

/**
 * A task without a result that runs in a worker JVM. See {@link RemoteCallable} for why it is
 * serializable.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface RemoteRunnable extends Serializable {

  /**
   * Runs this task.
   *
   * @throws Exception whatever the task throws; the caller gets it as the cause of a {@link
   *     RemoteTaskException}
   */
  void run() throws Exception;
}
