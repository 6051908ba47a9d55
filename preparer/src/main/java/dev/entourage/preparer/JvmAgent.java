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
  private static final ClassValue<AtomicReference<Pin>> PINNED =
      new ClassValue<>() {
        @Override
        protected AtomicReference<Pin> computeValue(Class<?> type) {
          return new AtomicReference<>();
        }
      };

  /**
   * What the JVM said of a class.
   *
   * @param file its class file
   * @param counted how often it had been redefined then, this question included
   * @param behindAll whether an agent was started for this question alone
   */
  private record Pin(byte[] file, Redefinitions counted, boolean behindAll) {

    boolean holds() {
      return counted.hold();
    }
  }

  private final Consumer<String> warnings;

  JvmAgent(Consumer<String> warnings) {
    this.warnings = warnings;
  }

  @Override
  public Optional<byte[]> classFile(Class<?> type) {
    return Scans.isRedefinable(type) ? ask(type) : pinned(type);
  }

  private static Optional<byte[]> pinned(Class<?> type) {
    AtomicReference<Pin> pin = PINNED.get(type);
    Pin known = pin.get();
    if (known == null || !known.holds()) {
      pin.compareAndSet(known, pin(type, false));
    }
    return Optional.ofNullable(pin.get()).map(Pin::file);
  }

  /** Asks until nobody else has redefined the class meanwhile; null where nobody knows. */
  private static Pin pin(Class<?> type, boolean behindAll) {
    while (true) {
      int before = LiveClass.redefinitions(type);
      Optional<byte[]> file = ask(type);
      Redefinitions after = Redefinitions.of(type);
      if (file.isEmpty()) {
        return null;
      }
      if (after.own() - before <= 1) {
        return new Pin(file.get(), after, behindAll);
      }
    }
  }

  private static Optional<byte[]> ask(Class<?> type) {
    try {
      Class<?> agent = agent();
      Method classFile = agent.getMethod("classFile", Class.class);
      Optional<byte[]> file = Optional.ofNullable((byte[]) classFile.invoke(null, type));
      file.ifPresent(known -> Redefinitions.asked(type));
      return file;
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
        warn(reason, "have it from the start: java " + AgentJar.option());
      }
      return hindrance;
    }
  }

  @Override
  public Optional<String> startBehindAll(Class<?> type, String reason) {
    synchronized (JvmAgent.class) {
      Pin known = PINNED.get(type).get();
      if (known != null && known.behindAll() && known.holds()) {
        return Optional.empty();
      }
      Optional<String> hindrance = LateStart.again();
      if (hindrance.isEmpty()) {
        warn(reason, "name it last: java … " + AgentJar.option());
        PINNED.get(type).set(pin(type, true));
      }
      return hindrance;
    }
  }

  private void warn(String reason, String otherwise) {
    warnings.accept(
        "Entourage's agent was started in this JVM, since "
            + reason
            + ". Register a ClassBytesSource (Workers.Builder.bytes), or "
            + otherwise);
  }
}
