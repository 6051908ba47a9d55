package dev.entourage.agent;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.IllegalClassFormatException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;

/**
 * Knows the class file of any class that the JVM has loaded. As an agent it does nothing but keep
 * the Instrumentation: it changes no class, and until it is asked it sees none.
 *
 * <p>One class without inner ones and lambdas, so that it loads fast and is easily put into a jar
 * of its own while the JVM runs. Thread-safe.
 *
 * @since 0.1
 */
public final class EntourageAgent implements ClassFileTransformer {

  private static volatile Instrumentation instrumentation;

  private final Class<?> wanted;
  private volatile byte[] seen;

  private EntourageAgent(Class<?> wanted) {
    this.wanted = wanted;
  }

  /**
   * Called by the JVM for {@code -javaagent}.
   *
   * @param options none
   * @param given the JVM's Instrumentation
   */
  public static void premain(String options, Instrumentation given) {
    instrumentation = given;
  }

  /**
   * Called by the JVM for an agent that comes while it runs.
   *
   * @param options none
   * @param given the JVM's Instrumentation
   */
  public static void agentmain(String options, Instrumentation given) {
    instrumentation = given;
  }

  /**
   * Says whether the JVM has started this agent.
   *
   * @return true when {@link #classFile} can answer
   */
  public static boolean isStarted() {
    return instrumentation != null;
  }

  /**
   * Returns the class file of a loaded class, with what other agents made of it. It isn't the
   * original one: attributes that the JVM has no use for are gone, and two calls may differ.
   *
   * @param type a class
   * @return its class file; null when the agent wasn't started, or for a hidden class, an array or
   *     a primitive type, which the JVM tells nobody
   */
  public static byte[] classFile(Class<?> type) {
    Instrumentation jvm = instrumentation;
    if (jvm == null || !jvm.isRetransformClassesSupported() || !jvm.isModifiableClass(type)) {
      return null;
    }
    EntourageAgent reader = new EntourageAgent(type);
    jvm.addTransformer(reader, true);
    try {
      jvm.retransformClasses(type);
      return reader.seen;
    } catch (UnmodifiableClassException e) {
      return null;
    } finally {
      jvm.removeTransformer(reader);
    }
  }

  /** Reads and changes nothing. */
  @Override
  public byte[] transform(
      ClassLoader loader, String name, Class<?> changed, ProtectionDomain domain, byte[] classFile)
      throws IllegalClassFormatException {
    if (changed == wanted) {
      seen = classFile;
    }
    return null;
  }
}
