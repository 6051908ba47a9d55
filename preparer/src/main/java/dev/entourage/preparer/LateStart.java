package dev.entourage.preparer;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Starts the agent without any option of {@code java}: the JVM does it for its own diagnostic
 * command. Silent on 17; newer ones print a warning of four lines. Reflective, since a runtime may
 * lack the management modules, and tried once where there is none: a JVM doesn't change its mind.
 */
final class LateStart {

  private static final String FLAG = "EnableDynamicAgentLoading";

  private static Optional<String> hindrance;

  private LateStart() {}

  /** Returns why the agent isn't there; empty when it is. */
  static synchronized Optional<String> attempt() {
    if (hindrance == null) {
      hindrance = start();
    }
    return hindrance;
  }

  /** Starts another instance, which the JVM asks after all agents that are there already. */
  static synchronized Optional<String> again() {
    hindrance = start();
    return hindrance;
  }

  private static Optional<String> start() {
    try {
      if (!isAllowed()) {
        return Optional.of("this JVM was started with -XX:-" + FLAG);
      }
      load();
    } catch (InvocationTargetException e) {
      return Optional.of("this JVM starts no agent: " + e.getCause());
    } catch (IOException | ReflectiveOperationException | LinkageError e) {
      return Optional.of("this JVM can't start an agent by itself: " + e);
    }
    // The command says that all is well even where nothing came of it.
    return JvmAgent.isStarted()
        ? Optional.empty()
        : Optional.of("this JVM didn't take the agent, and doesn't say why");
  }

  /** 17 would let an agent in this way although its user said no. */
  private static boolean isAllowed() throws ReflectiveOperationException {
    Object option = invoke("HotSpotDiagnostic", "getVMOption", String.class, FLAG);
    Object value =
        Class.forName("javax.management.openmbean.CompositeData")
            .getMethod("get", String.class)
            .invoke(option, "value");
    return Boolean.parseBoolean((String) value);
  }

  private static void load() throws IOException, ReflectiveOperationException {
    Path jar = AgentJar.write();
    try {
      // Quoted, for the command splits at blanks.
      String[] arguments = {'"' + jar.toString() + '"'};
      invoke("DiagnosticCommand", "jvmtiAgentLoad", String[].class, arguments);
    } finally {
      // What the JVM has opened it can still read.
      Files.deleteIfExists(jar);
    }
  }

  private static Object invoke(String bean, String operation, Class<?> type, Object argument)
      throws ReflectiveOperationException {
    Class<?> names = Class.forName("javax.management.ObjectName");
    Object name = names.getConstructor(String.class).newInstance("com.sun.management:type=" + bean);
    Object server =
        Class.forName("java.lang.management.ManagementFactory")
            .getMethod("getPlatformMBeanServer")
            .invoke(null);
    return Class.forName("javax.management.MBeanServer")
        .getMethod("invoke", names, String.class, Object[].class, String[].class)
        .invoke(server, name, operation, new Object[] {argument}, new String[] {type.getName()});
  }
}
