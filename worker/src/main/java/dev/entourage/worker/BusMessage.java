package dev.entourage.worker;

import dev.entourage.HostInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a driver and a host say to each other. A worker is known by the name that the driver gave
 * it. Buffers are views of the frame they came in.
 *
 * @since 0.1
 */
public sealed interface BusMessage {

  /** What a driver says. */
  sealed interface ToHost extends BusMessage {}

  /** What a host says. */
  sealed interface ToDriver extends BusMessage {}

  /** What a host says of one of its workers, or for it. */
  sealed interface OfWorker extends ToDriver {

    /**
     * Returns whose it is.
     *
     * @return the worker's name
     */
    String worker();
  }

  /**
   * Opens a session. The host answers with a {@link Greeting}.
   *
   * @param backend the id of the serialization backend
   * @param jvmOptions more options for each worker's command line
   * @param environment the workers' environment; empty: that of the host
   * @param inherited paths of jars that tasks name by reference; none for bare workers
   * @param slots how many tasks a worker runs at once
   * @param cap the longest payload of a link frame, in bytes
   */
  record OpenSession(
      String backend,
      List<String> jvmOptions,
      Optional<Map<String, String>> environment,
      List<String> inherited,
      int slots,
      int cap)
      implements ToHost {

    /** Copies the collections. */
    public OpenSession {
      jvmOptions = List.copyOf(jvmOptions);
      environment = environment.map(Map::copyOf);
      inherited = List.copyOf(inherited);
    }
  }

  /**
   * What a host offers; said again whenever that has grown. A host that is spoken to in another
   * protocol answers with one in its own: the first byte of a frame is the protocol in all of them.
   *
   * @param javaVersion its {@code java.version}, and that of its workers
   * @param backends the ids of the serialization backends that its workers can have
   * @param capacity how many workers more could start now
   * @param share how many workers this session may have, even where others must end for them
   * @param processors how many processors its machine has
   * @param sameMachine whether the driver's paths mean the same to its workers
   * @param keepsCode whether its workers find class files there that other sessions have brought;
   *     it never says which
   */
  record Greeting(
      String javaVersion,
      List<String> backends,
      int capacity,
      int share,
      int processors,
      boolean sameMachine,
      boolean keepsCode)
      implements ToDriver {

    /** Copies the list. */
    public Greeting {
      backends = List.copyOf(backends);
    }
  }

  /**
   * Starts a worker. The host answers with {@link WorkerStarted}, {@link WorkerLost} or {@link
   * WorkerRefused}; where other sessions have to give workers back, after a while.
   *
   * @param worker its name, new within the session
   */
  record StartWorker(String worker) implements ToHost {}

  /**
   * Ends the process of a worker at once. The host answers with {@link WorkerLost}.
   *
   * @param worker its name
   */
  record KillWorker(String worker) implements ToHost {}

  /**
   * A worker takes tasks.
   *
   * @param worker its name
   * @param pid its process id
   * @param javaVersion its {@code java.version}
   */
  record WorkerStarted(String worker, long pid, String javaVersion) implements OfWorker {}

  /**
   * The host has no room for a worker. It greets again when it has.
   *
   * @param worker its name
   */
  record WorkerRefused(String worker) implements OfWorker {}

  /**
   * Asks the session to give a worker back, since others have a right to it or the host is to end.
   * The driver picks one, gives it no more tasks, and says {@link LinkMessage.Bye} to it when it
   * has none.
   *
   * @param workers how many
   */
  record Reclaim(int workers) implements ToDriver {}

  /**
   * A worker's process has ended, or never began. The last message of a worker.
   *
   * @param worker its name
   * @param pid its process id, -1 when it never began
   * @param exitCode the code it ended with; 128 + n for signal n; -1 when unknown
   * @param lastOutput the last lines it printed, or why it never began
   */
  record WorkerLost(String worker, long pid, int exitCode, List<String> lastOutput)
      implements OfWorker {

    /** Copies the list. */
    public WorkerLost {
      lastOutput = List.copyOf(lastOutput);
    }
  }

  /**
   * A link frame for a worker.
   *
   * @param worker its name
   * @param frame one whole frame
   */
  record ToWorker(String worker, Pieces frame) implements ToHost {}

  /**
   * A link frame of a worker.
   *
   * @param worker its name
   * @param frame one whole frame
   */
  record FromWorker(String worker, ByteBuffer frame) implements OfWorker {}

  /**
   * A worker printed something.
   *
   * @param worker its name
   * @param error whether to standard error
   * @param text one line or more, with {@code \n} between them and not behind the last
   */
  record Output(String worker, boolean error, String text) implements OfWorker {}

  /** Asks what the host does, for whom. It opens no session, and needs none. */
  record AskStatus() implements ToHost {}

  /**
   * Answers {@link AskStatus}.
   *
   * @param host what the host tells of itself
   */
  record Status(HostInfo host) implements ToDriver {}

  /**
   * Ends the workers of the session. The host answers with {@link SessionClosed}.
   *
   * @param now true: without asking them
   */
  record CloseSession(boolean now) implements ToHost {}

  /** All workers of the session have ended. The last message of a session. */
  record SessionClosed() implements ToDriver {}
}
