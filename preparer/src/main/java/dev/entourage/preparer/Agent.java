package dev.entourage.preparer;

import java.util.Optional;

/** Our Java agent: it knows the class file of every class that this JVM has loaded. Thread-safe. */
interface Agent {

  /** The class file of a class; empty where there is no agent, or it can't tell. */
  Optional<byte[]> classFile(Class<?> type);

  /**
   * Starts the agent in the running JVM, where there is none: the last resort, for Java warns.
   *
   * @param reason why it is needed, for people
   * @return why it could not be started; empty when it is there
   */
  Optional<String> start(String reason);

  /**
   * Starts it once more, for a class that other agents change after it was asked: who comes last
   * sees what they all made of it.
   *
   * @param type the class
   * @param reason why it is needed, for people
   * @return why it could not be started; empty when it is there
   */
  Optional<String> startBehindAll(Class<?> type, String reason);
}
