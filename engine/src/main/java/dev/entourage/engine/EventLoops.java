package dev.entourage.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;

/**
 * Knows the event loops of Vert.x, on which nobody may wait: of any release, from any loader, since
 * an application may have another than a cluster of ours needs. Its threads are asked how to ask.
 */
final class EventLoops {

  private static final String VERTX = "io.vertx.core.";

  private static final ClassValue<Optional<MethodHandle>> QUESTIONS =
      new ClassValue<>() {
        @Override
        protected Optional<MethodHandle> computeValue(Class<?> thread) {
          return thread.getName().startsWith(VERTX)
              ? Optional.of(question(thread.getClassLoader()))
              : Optional.empty();
        }
      };

  private EventLoops() {}

  /** Says whether the current thread is one. */
  static boolean here() {
    Optional<MethodHandle> question = QUESTIONS.get(Thread.currentThread().getClass());
    return question.isPresent() && ask(question.get());
  }

  private static MethodHandle question(ClassLoader loader) {
    try {
      return MethodHandles.publicLookup()
          .findStatic(
              Class.forName(VERTX + "Context", false, loader),
              "isOnEventLoopThread",
              MethodType.methodType(boolean.class));
    } catch (ReflectiveOperationException strange) {
      return MethodHandles.constant(boolean.class, false);
    }
  }

  private static boolean ask(MethodHandle question) {
    try {
      return (boolean) question.invokeExact();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable checked) {
      throw new AssertionError("It declares none", checked);
    }
  }
}
