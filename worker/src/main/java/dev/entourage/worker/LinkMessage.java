package dev.entourage.worker;

import dev.entourage.preparer.Digest;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is said over the link of a worker. {@link Hello} to {@link Bye} are between a worker and its
 * host; all others are between a worker and its driver, and the host relays them: all that it reads
 * of them is how many tasks they bring. Buffers are views of the frame they came in.
 *
 * @since 0.1
 */
public sealed interface LinkMessage {

  /** A message that belongs to one attempt of one task. */
  sealed interface OfTask extends LinkMessage {

    /**
     * Returns the task.
     *
     * @return its number within the session
     */
    long task();

    /**
     * Returns the attempt.
     *
     * @return 1 for the first
     */
    int attempt();
  }

  /** How an attempt ended; a worker sends just one for each {@link Parcel}. */
  sealed interface Reply extends OfTask {}

  /** A worker's question, answered under the same number. */
  sealed interface Question extends LinkMessage {

    /**
     * Returns what tells this question from others.
     *
     * @return a number within the worker
     */
    long id();
  }

  /**
   * The first message of a worker.
   *
   * @param proof that it knows the secret
   */
  record Hello(Digest proof) implements LinkMessage {}

  /**
   * The host's answer.
   *
   * @param proof that it knows the secret, unlike the worker's
   */
  record Welcome(Digest proof) implements LinkMessage {}

  /**
   * Begins the session.
   *
   * @param worker the name that the driver gave to this worker
   * @param backend the id of the serialization backend
   * @param inherited paths of jars that the session sees by reference
   * @param engine where an engine is found, should a task want workers of its own
   * @param code the folder of class files that workers of this machine have had, where there is one
   * @param slots how many tasks run at once
   * @param cap the longest payload from now on, in bytes
   */
  record Begin(
      String worker,
      String backend,
      List<String> inherited,
      List<String> engine,
      Optional<String> code,
      int slots,
      int cap)
      implements LinkMessage {

    /** Copies the lists. */
    public Begin {
      inherited = List.copyOf(inherited);
      engine = List.copyOf(engine);
    }
  }

  /**
   * The worker takes tasks.
   *
   * @param javaVersion its {@code java.version}
   */
  record Ready(String javaVersion) implements LinkMessage {}

  /** Ends the worker. */
  record Bye() implements LinkMessage {}

  /**
   * A task to run.
   *
   * @param task its number
   * @param attempt 1 for the first
   * @param manifest the id of its classes
   * @param statics the id of the values of static fields that it may read; 0 for none
   * @param timed whether the driver waits for {@link Begun}
   * @param bytes the encoded task
   */
  record Parcel(
      long task, int attempt, Digest manifest, long statics, boolean timed, ByteBuffer bytes)
      implements OfTask {

    /**
     * Says whether a task has submitted it.
     *
     * @return false when the driver has: it counts its own tasks up, and these down
     */
    public boolean isNested() {
      return task < 0;
    }
  }

  /**
   * Tasks to run one after the other, such as small items of one call. Each is answered for itself.
   *
   * @param manifest the id of their classes
   * @param statics the id of the values of static fields that they may read; 0 for none
   * @param items the tasks
   */
  record Batch(Digest manifest, long statics, List<Item> items) implements LinkMessage {

    /** Copies the list. */
    public Batch {
      items = List.copyOf(items);
    }

    /**
     * Returns one task.
     *
     * @param item one of the items
     * @return what it would have been by itself
     */
    public Parcel parcel(Item item) {
      return new Parcel(item.task(), item.attempt(), manifest, statics, false, item.bytes());
    }
  }

  /**
   * Asks for all tasks of batches that haven't begun: somebody else has nothing to do, or all wait
   * for each other. What has begun by then is answered as usual; the worker says {@link Idle} of
   * what only waits.
   */
  record Recall() implements LinkMessage {}

  /**
   * The worker won't run these, and hasn't begun to: asked with {@link Recall}, or since they would
   * wait behind one that is slow.
   *
   * @param tasks each of them
   */
  record Returned(List<Unbegun> tasks) implements LinkMessage {

    /** Copies the list. */
    public Returned {
      tasks = List.copyOf(tasks);
    }
  }

  /**
   * A task does nothing but wait, whatever for.
   *
   * @param task its number
   * @param attempt which attempt
   */
  record Idle(long task, int attempt) implements OfTask {}

  /**
   * One task that a worker gives back.
   *
   * @param task its number
   * @param attempt which attempt
   */
  record Unbegun(long task, int attempt) {}

  /**
   * One task of a {@link Batch}.
   *
   * @param task its number
   * @param attempt 1 for the first
   * @param bytes the encoded task
   */
  record Item(long task, int attempt, ByteBuffer bytes) {}

  /**
   * Several tasks returned.
   *
   * @param results of each
   */
  record Results(List<Result> results) implements LinkMessage {

    /** Copies the list. */
    public Results {
      results = List.copyOf(results);
    }
  }

  /**
   * The classes of a task are there, and it begins.
   *
   * @param task its number
   * @param attempt which attempt
   */
  record Begun(long task, int attempt) implements OfTask {}

  /**
   * The task has called {@link System#exit}: the worker's end is its doing.
   *
   * @param task its number
   * @param attempt which attempt
   */
  record Exiting(long task, int attempt) implements OfTask {}

  /**
   * Interrupts a task.
   *
   * @param task its number
   * @param attempt which attempt
   */
  record Cancel(long task, int attempt) implements OfTask {}

  /**
   * The task returned.
   *
   * @param task its number
   * @param attempt which attempt
   * @param bytes the encoded result
   */
  record Result(long task, int attempt, ByteBuffer bytes) implements Reply {}

  /**
   * The task threw.
   *
   * @param task its number
   * @param attempt which attempt
   * @param data the exception as text, always there
   * @param exception the encoded exception, where it can travel
   */
  record Thrown(long task, int attempt, Failure data, Optional<ByteBuffer> exception)
      implements Reply {}

  /**
   * The task could not be made, or its result could not be sent. The worker goes on.
   *
   * @param task its number
   * @param attempt which attempt
   * @param reason what could not be done
   * @param path where the culprit is, empty where there is no path
   * @param data what was thrown over it
   */
  record Refused(long task, int attempt, Reason reason, String path, Failure data)
      implements Reply {}

  /** The worker has had its day: another should take its place when its tasks have ended. */
  record Worn() implements LinkMessage {}

  /**
   * Asks for a manifest.
   *
   * @param id the question's number
   * @param manifest its id
   */
  record ManifestRequest(long id, Digest manifest) implements Question {}

  /**
   * Asks for class files.
   *
   * @param id the question's number
   * @param missing all hashes that the worker doesn't have
   */
  record CodeRequest(long id, List<Digest> missing) implements Question {

    /** Copies the list. */
    public CodeRequest {
      missing = List.copyOf(missing);
    }
  }

  /**
   * Asks for a class that the manifest doesn't list.
   *
   * @param id the question's number
   * @param manifest the manifest of the task that needs it
   * @param name the binary name
   */
  record FindRequest(long id, Digest manifest, String name) implements Question {}

  /**
   * Asks for the resources of a name.
   *
   * @param id the question's number
   * @param manifest the manifest of the task that needs them
   * @param name as for {@link ClassLoader#getResource}
   */
  record ResourceRequest(long id, Digest manifest, String name) implements Question {}

  /**
   * Asks for values of static fields.
   *
   * @param id the question's number
   * @param statics what the task carries that needs them
   * @param held the versions that the worker has
   */
  record StaticsRequest(long id, long statics, List<Long> held) implements Question {

    /** Copies the list. */
    public StaticsRequest {
      held = List.copyOf(held);
    }
  }

  /**
   * Asks whether the classes of an inherited jar travel.
   *
   * @param id the question's number
   * @param jar its path
   */
  record JarRequest(long id, String jar) implements Question {}

  /**
   * Asks for a shared value.
   *
   * @param id the question's number
   * @param shared the value's id
   */
  record SharedRequest(long id, Digest shared) implements Question {}

  /**
   * Runs a task that a task submits, with the classes and the static fields of that one. The answer
   * is a {@link BusMessage.FromWorker} with its {@link Reply}.
   *
   * @param id the question's number
   * @param task the task that submits
   * @param attempt its attempt
   * @param timeout the limit of the new one in milliseconds; 0: that of the pool
   * @param attempts how many workers the new one may lose; 0: as the pool says
   * @param bytes the new task
   */
  record SubmitRequest(
      long id, long task, int attempt, long timeout, int attempts, ByteBuffer bytes)
      implements Question, OfTask {}

  /**
   * Stops a task that a task has submitted.
   *
   * @param id the number of its {@link SubmitRequest}
   */
  record StopRequest(long id) implements LinkMessage {}

  /**
   * A task with tasks of its own does nothing but wait, so it needs no slot; or it goes on.
   *
   * @param task its number
   * @param attempt which attempt
   * @param waits whether it waits
   */
  record Parked(long task, int attempt, boolean waits) implements OfTask {}

  /**
   * Answers all questions but {@link CodeRequest}.
   *
   * @param id the question's number
   * @param bytes what was asked for; empty when the driver doesn't have it
   */
  record Answer(long id, Optional<ByteBuffer> bytes) implements LinkMessage {}

  /**
   * Answers a {@link CodeRequest}.
   *
   * @param id the question's number
   * @param files the class files that the driver has
   */
  record CodeAnswer(long id, Map<Digest, ByteBuffer> files) implements LinkMessage {

    /** Copies the map. */
    public CodeAnswer {
      files = Map.copyOf(files);
    }
  }

  /**
   * Drops a shared value that no task will ask for again.
   *
   * @param shared the value's id
   */
  record Forget(Digest shared) implements LinkMessage {}

  /**
   * A Throwable as text.
   *
   * @param type the binary name of its class
   * @param message its message, empty when there is none
   * @param stack its stack trace with all causes
   */
  record Failure(String type, String message, String stack) {}

  /** What could not be done with a task. */
  enum Reason {
    /** Its classes could not be had. */
    CODE_UNAVAILABLE,
    /** Its bytes could not be decoded. */
    TASK_UNREADABLE,
    /** Its result could not be encoded. */
    RESULT_REFUSED,
    /** It was given up, since the workers that ran it ended. */
    WORKERS_LOST,
    /** Its time was over. */
    TIMED_OUT,
    /** Nobody ran it. */
    DROPPED
  }
}
