package run;

import dev.entourage.RemoteCallable;
import dev.entourage.Workers;
import java.util.Arrays;
import java.util.List;

/**
 * Runs the task of the class {@code app.Task} here and on a worker, and prints both results. The
 * arguments are those of the pool, such as {@code byValue=com.acme}.
 */
public final class SplitDriver {

  private SplitDriver() {}

  public static void main(String[] args) throws Exception {
    Class<?> program = Class.forName("app.Task");
    System.out.println("driver=" + ProcessHandle.current().pid());
    try (Workers workers = pool(args)) {
      Object[] places = worker(workers);
      System.out.println("worker=" + places[0] + "\nhidden=" + places[1]);
      List<?> tasks = (List<?>) program.getMethod("tasks").invoke(null);
      for (Object each : tasks) {
        RemoteCallable<?> task = (RemoteCallable<?>) each;
        System.out.println("result=" + workers.submit(task).join());
        System.out.println("expected=" + task.call());
        workers.explain(task).classes().stream()
            .filter(type -> !type.origin().startsWith("jrt:"))
            .forEach(t -> System.out.println(t.name() + "=" + t.byValue() + " " + t.reason()));
      }
    } catch (Throwable e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        System.out.println("error=" + cause);
      }
    }
  }

  private static Workers pool(String... args) {
    Workers.Builder builder = Workers.builder().processes(1).jvmOptions("-XX:TieredStopAtLevel=1");
    for (String arg : args) {
      String value = arg.substring(arg.indexOf('=') + 1);
      switch (arg.substring(0, arg.indexOf('='))) {
        case "backend" -> builder.backend(value);
        case "inherit" -> builder.inheritClassPath(Boolean.parseBoolean(value));
        case "byValue" -> builder.byValue(value);
        case "byReference" -> builder.byReference(value);
        default -> throw new IllegalArgumentException(Arrays.toString(args));
      }
    }
    return builder.build();
  }

  /** The worker is another process, and its own class path doesn't have the program. */
  private static Object[] worker(Workers workers) {
    return workers.submit(() -> new Object[] {ProcessHandle.current().pid(), isHidden()}).join();
  }

  private static boolean isHidden() {
    try {
      Class.forName("app.Task", false, ClassLoader.getSystemClassLoader());
      return false;
    } catch (ClassNotFoundException e) {
      return true;
    }
  }
}
