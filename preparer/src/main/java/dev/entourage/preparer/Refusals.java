package dev.entourage.preparer;

import static java.util.Map.entry;

import dev.entourage.Workers;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;

/** The classes whose objects can't travel, and what to do about each. */
final class Refusals {

  private static final Map<Class<?>, String> BY_CLASS = new LinkedHashMap<>();
  private static final String CONTAINER =
      "a container of beans belongs to its JVM; send the beans that the task needs";

  private static final Map<String, String> BY_NAME =
      Map.ofEntries(
          entry("java.lang.foreign.MemorySegment", "memory belongs to its JVM; send a byte[]"),
          entry("java.lang.foreign.Arena", "memory belongs to its JVM; make it inside the task"),
          entry("java.sql.Connection", "connections belong to their JVM; connect inside the task"),
          entry("java.sql.Statement", "connections belong to their JVM; connect inside the task"),
          entry("java.sql.ResultSet", "connections belong to their JVM; read the rows into a list"),
          entry("javax.sql.DataSource", "connections belong to their JVM; connect inside the task"),
          entry("com.google.inject.Injector", CONTAINER),
          entry("io.micronaut.context.BeanLocator", CONTAINER),
          entry("jakarta.enterprise.inject.spi.BeanManager", CONTAINER),
          entry("jakarta.enterprise.inject.Instance", CONTAINER),
          entry(
              "jakarta.enterprise.event.Event",
              "who observes events belongs to its JVM; return what the driver shall fire"),
          entry(
              "org.apache.webbeans.proxy.InterceptorHandler",
              "a bean's interceptors and decorators need OpenWebBeans, which stays here; send what"
                  + " the task needs of the bean, as InterceptorDecoratorProxyFactory.unwrapInstance"
                  + " gives it"),
          entry("org.springframework.context.ApplicationContext", CONTAINER));

  static {
    refuse("threads belong to their JVM; start it inside the task", Thread.class);
    refuse("threads belong to their JVM; leave it out", ThreadGroup.class);
    refuse(
        "what a thread local's own class does can't be known; use ThreadLocal.withInitial",
        ThreadLocal.class);
    refuse(
        "a pool's threads belong to their JVM; make it inside the task",
        java.util.concurrent.Executor.class,
        java.util.Timer.class,
        java.util.TimerTask.class);
    refuse("a future belongs to its JVM; send what it yields", java.util.concurrent.Future.class);
    refuse(
        "connections belong to their JVM; connect inside the task",
        java.net.Socket.class,
        java.net.ServerSocket.class,
        java.net.DatagramSocket.class,
        java.nio.channels.Channel.class,
        java.nio.channels.Selector.class,
        java.net.URLConnection.class);
    refuse("classes travel by themselves; leave the loader out", ClassLoader.class, Module.class);
    refuse(
        "processes belong to their machine; start it inside the task",
        Process.class,
        ProcessHandle.class);
    refuse(
        "its memory belongs to its JVM; send an array, or a buffer over one",
        java.nio.Buffer.class);
    refuse(
        "a stream is used up where it was made; send a list, as in stream.toList()",
        java.util.stream.BaseStream.class);
    refuse(
        "a handle holds the rights of the code that looked it up; send a lambda, or the Method or"
            + " Field, and look it up inside the task",
        java.lang.invoke.MethodHandle.class,
        java.lang.invoke.VarHandle.class,
        java.lang.invoke.MethodHandles.Lookup.class,
        java.lang.invoke.CallSite.class);
    refuse(
        "what it cleans belongs to its JVM; leave it out",
        java.lang.ref.Cleaner.class,
        java.lang.ref.Cleaner.Cleanable.class,
        java.lang.ref.Reference.class,
        java.lang.ref.ReferenceQueue.class);
  }

  private Refusals() {}

  /** Says why no object of a class can travel, whatever else is known of it; null if it may. */
  static String always(Class<?> type) {
    if (Workers.class.isAssignableFrom(type)) {
      return "a pool of workers can't be used inside its own tasks yet; submit from the driver";
    }
    if (BufferKind.isOverArray(type) || ThreadLocalKind.isInitialOnly(type)) {
      return null;
    }
    for (Entry<Class<?>, String> entry : BY_CLASS.entrySet()) {
      if (entry.getKey().isAssignableFrom(type) && !isUsers(type, entry.getKey())) {
        return entry.getValue();
      }
    }
    String advice = SpringAdvice.refusal(type);
    return advice == null ? byName(type) : advice;
  }

  /** Says why a JDK object that no kind takes can't travel. */
  static String jdk(Class<?> type) {
    if (isStream(type)) {
      return "open streams belong to their JVM; send the bytes, or open it inside the task";
    }
    if (Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)) {
      if (Modifier.isPublic(type.getModifiers())) {
        return "this class of the JDK has no serial form; copy it, as in new "
            + (Map.class.isAssignableFrom(type) ? "HashMap<>(map)" : "ArrayList<>(queue)");
      }
      return "a view has no serial form; copy it, as in new "
          + (Map.class.isAssignableFrom(type) ? "LinkedHashMap" : "ArrayList")
          + "<>(view)";
    }
    return "this class of the JDK has no serial form; make the object inside the task";
  }

  /** Says why an object of the user's that is more than its fields can't travel; null if not so. */
  static String inherited(Class<?> type) {
    for (Class<?> c = type.getSuperclass(); c != null; c = c.getSuperclass()) {
      if (ClassNames.isJdk(c) && hasState(c)) {
        return "it extends %s, whose fields can't be read; make the object inside the task"
            .formatted(c.getName());
      }
    }
    return null;
  }

  static boolean hasState(Class<?> type) {
    for (var field : type.getDeclaredFields()) {
      if (Layout.travels(field)) {
        return true;
      }
    }
    return false;
  }

  /** An interface that the user implements says nothing about where the object belongs. */
  private static boolean isUsers(Class<?> type, Class<?> refused) {
    return refused.isInterface() && !ClassNames.isJdk(type);
  }

  private static boolean isStream(Class<?> type) {
    return java.io.InputStream.class.isAssignableFrom(type)
        || java.io.OutputStream.class.isAssignableFrom(type)
        || java.io.Reader.class.isAssignableFrom(type)
        || java.io.Writer.class.isAssignableFrom(type)
        || java.io.RandomAccessFile.class.isAssignableFrom(type);
  }

  private static String byName(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      for (Class<?> face : c.getInterfaces()) {
        String why =
            BY_NAME.containsKey(face.getName()) ? BY_NAME.get(face.getName()) : byName(face);
        if (why != null) {
          return why;
        }
      }
    }
    return Modifier.isInterface(type.getModifiers()) ? BY_NAME.get(type.getName()) : null;
  }

  private static void refuse(String why, Class<?>... types) {
    for (Class<?> type : types) {
      BY_CLASS.put(type, why);
    }
  }
}
