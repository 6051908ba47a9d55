/**
 * The Java agent: one class that keeps the JVM's Instrumentation, for class files that nobody else
 * has. It starts with {@code -javaagent:entourage-agent.jar}, and depends on nothing of ours.
 *
 * @since 0.1
 */
module dev.entourage.agent {
  requires transitive java.instrument;

  exports dev.entourage.agent;
}
