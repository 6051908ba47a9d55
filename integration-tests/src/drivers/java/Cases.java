/**
 * Runs the cases of a driver script over one pool, each on a line of its own. A script has one
 * file, so the tests append this class to it; that is why it has no imports.
 */
final class Cases {

  private static final java.time.Duration LIMIT = java.time.Duration.ofSeconds(90);

  private static String backend;

  private Cases() {}

  /** What a worker says of itself. */
  record Place(long pid, boolean hidden) {

    /** Looks for a class where a worker's own classes are. */
    static Place here(String userClass) {
      return new Place(ProcessHandle.current().pid(), !found(userClass));
    }

    private static boolean found(String userClass) {
      try {
        Class.forName(userClass, false, ClassLoader.getSystemClassLoader());
        return true;
      } catch (ClassNotFoundException e) {
        return false;
      }
    }
  }

  /**
   * Runs each static method that takes the workers, over a pool of its own for each backend.
   *
   * @param script the class with the cases
   * @param backends the backends, one after the other
   */
  static void run(Class<?> script, String... backends) {
    run(script, pool -> pool, backends);
  }

  /** Does that with more options for the pools. */
  static void run(
      Class<?> script,
      java.util.function.UnaryOperator<dev.entourage.Workers.Builder> options,
      String... backends) {
    for (String each : backends) {
      System.out.println("backend=" + each);
      backend = each;
      try (dev.entourage.Workers workers = options.apply(pool(2)).build()) {
        run(script, workers);
      }
    }
  }

  /** Describes a pool with the backend that is under test, on workers that have no jar. */
  static dev.entourage.Workers.Builder pool(int processes) {
    // Workers live for seconds, too short for the second compiler to gain what it takes.
    return dev.entourage.Workers.builder()
        .processes(processes)
        .jvmOptions("-XX:TieredStopAtLevel=1")
        .inheritClassPath(false)
        .backend(backend);
  }

  /** Runs the cases over an open pool. */
  static void run(Class<?> script, dev.entourage.Workers workers) {
    int cases = 0;
    for (java.lang.reflect.Method method : script.getDeclaredMethods()) {
      if (isCase(method)) {
        run(method, workers);
        cases++;
      }
    }
    System.out.println("cases=" + cases);
    controls(script, workers);
  }

  /** What is private is a helper, or the body of a lambda. */
  private static boolean isCase(java.lang.reflect.Method method) {
    return !java.lang.reflect.Modifier.isPrivate(method.getModifiers())
        && java.util.Arrays.equals(
            method.getParameterTypes(), new Class<?>[] {dev.entourage.Workers.class});
  }

  /** The worker is another process, and has never heard of the script. */
  static void controls(Class<?> script, dev.entourage.Workers workers) {
    String name = script.getName();
    System.out.println("driver=" + ProcessHandle.current().pid());
    workers
        .map(java.util.Collections.nCopies(8, name), Place::here)
        .forEach(
            place -> System.out.println("worker=" + place.pid() + "\nhidden=" + place.hidden()));
  }

  private static void run(java.lang.reflect.Method method, dev.entourage.Workers workers) {
    java.util.Map<Long, Long> before = ended(workers);
    try {
      method.invoke(null, workers);
      check(ranSomething(before, ended(workers)) || refusesAll(method), "No task ran on a worker");
      System.out.println("CASE ok " + method.getName());
    } catch (java.lang.reflect.InvocationTargetException e) {
      failed(method, e.getCause());
    } catch (Throwable e) {
      failed(method, e);
    }
  }

  private static void failed(java.lang.reflect.Method method, Throwable failure) {
    java.io.StringWriter text = new java.io.StringWriter();
    failure.printStackTrace(new java.io.PrintWriter(text));
    System.out.println("CASE failed " + method.getName());
    text.toString().lines().limit(60).forEach(line -> System.out.println("| " + line));
  }

  /** Cases by this name prove that nothing was sent. */
  private static boolean refusesAll(java.lang.reflect.Method method) {
    return method.getName().startsWith("refuses");
  }

  /** Returns how many tasks each worker has ended, by its pid. */
  private static java.util.Map<Long, Long> ended(dev.entourage.Workers workers) {
    java.util.Map<Long, Long> tasks = new java.util.HashMap<>();
    workers.members().forEach(worker -> tasks.put(worker.pid(), worker.tasks()));
    return tasks;
  }

  private static boolean ranSomething(
      java.util.Map<Long, Long> before, java.util.Map<Long, Long> after) {
    return after.entrySet().stream()
        .anyMatch(worker -> worker.getValue() > before.getOrDefault(worker.getKey(), 0L));
  }

  /** Waits for a result, and throws what the future failed with. */
  static <R> R await(java.util.concurrent.Future<R> future) throws Exception {
    try {
      return future.get(LIMIT.toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Runs a task and waits for its result. */
  static <R> R on(dev.entourage.Workers workers, dev.entourage.RemoteCallable<R> task)
      throws Exception {
    return await(workers.submit(task));
  }

  /** Expects an exception of a type. */
  static <X extends Exception> X thrown(Class<X> type, java.util.concurrent.Callable<?> action)
      throws Exception {
    Object result;
    try {
      result = action.call();
    } catch (Exception e) {
      if (type.isInstance(e)) {
        return type.cast(e);
      }
      throw e;
    }
    throw new AssertionError("Expected " + type.getName() + " but got the result " + result);
  }

  /** Fails unless two values are equal. */
  static void same(Object expected, Object actual) {
    check(
        java.util.Objects.deepEquals(expected, actual),
        "Expected <%s> but was <%s>".formatted(text(expected), text(actual)));
  }

  /** Fails with a message unless a condition holds. */
  static void check(boolean condition, String message) {
    if (!condition) {
      throw new AssertionError(message);
    }
  }

  private static String text(Object value) {
    return java.util.Arrays.deepToString(new Object[] {value});
  }
}
