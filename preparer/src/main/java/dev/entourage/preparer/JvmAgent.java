package dev.entourage.preparer;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * The agent of this JVM. It lives in the system class loader, wherever we do, and some runtimes
 * have no Instrumentation at all; so it is reached by name.
 */
final class JvmAgent implements Agent {

  static final String NAME = "dev.entourage.agent.EntourageAgent";

  /** Two answers for one class may differ, and another hash would be another version of it. */
  private static final ClassValue<AtomicReference<byte[]>> PINNED =
      new ClassValue<>() {
        @Override
        protected AtomicReference<byte[]> computeValue(Class<?> type) {
          return new AtomicReference<>();
        }
      };

  private final Consumer<String> warnings;

  JvmAgent(Consumer<String> warnings) {
    this.warnings = warnings;
  }

  @Override
  public Optional<byte[]> classFile(Class<?> type) {
    return Scans.isRedefinable(type) ? ask(type) : pinned(type);
  }

  private static Optional<byte[]> pinned(Class<?> type) {
    AtomicReference<byte[]> pin = PINNED.get(type);
    if (pin.get() == null) {
      ask(type).ifPresent(file -> pin.compareAndSet(null, file));
    }
    return Optional.ofNullable(pin.get());
  }

  private static Optional<byte[]> ask(Class<?> type) {
    try {
      Class<?> agent = agent();
      Method classFile = agent.getMethod("classFile", Class.class);
      return Optional.ofNullable((byte[]) classFile.invoke(null, type));
    } catch (ReflectiveOperationException | LinkageError e) {
      // No agent, or a JVM that can't say it again: then nobody knows.
      return Optional.empty();
    }
  }

  private static Class<?> agent() throws ClassNotFoundException {
    return Class.forName(NAME, true, ClassLoader.getSystemClassLoader());
  }

  static boolean isStarted() {
    try {
      return (boolean) agent().getMethod("isStarted").invoke(null);
    } catch (ReflectiveOperationException | LinkageError e) {
      return false;
    }
  }

  /** One after the other: whoever comes second finds it started, and doesn't warn again. */
  @Override
  public Optional<String> start(String reason) {
    synchronized (JvmAgent.class) {
      if (isStarted()) {
        return Optional.empty();
      }
      Optional<String> hindrance = LateStart.attempt();
      if (hindrance.isEmpty()) {
        warnings.accept(
            "Entourage's agent was started in this JVM, since "
                + reason
                + ". Register a ClassBytesSource (Workers.Builder.bytes), or have it from the"
                + " start: java "
                + AgentJar.option());
      }
      return hindrance;
    }
  }
}
