import dev.entourage.RemoteCallable;
import dev.entourage.Workers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.tools.ToolProvider;

/** Sessions with new code in each task, such as a JShell at work for hours. */
public class GenerationCases {

  private static final String MARKER = "?????";

  /** More than a worker lets pile up before it looks who holds them. */
  private static final int MANY = 90;

  public static void main(String[] args) {
    Cases.run(GenerationCases.class, args);
  }

  /** A class that says which generation it is, and where it ran. */
  private static String source(String name, String statement) {
    return """
        public class %s implements dev.entourage.RemoteCallable<String>, Runnable {
          public String call() {
            %s
            return "%s " + ProcessHandle.current().pid();
          }
          public void run() {
            java.util.concurrent.locks.LockSupport.park(this);
            run();
          }
        }
        """
        .formatted(name, statement, MARKER);
  }

  private static byte[] compiled(String name, String statement) {
    try {
      Path folder = Files.createTempDirectory("generations");
      Path file = Files.writeString(folder.resolve(name + ".java"), source(name, statement));
      String path = System.getProperty("java.class.path");
      String[] arguments = {"-proc:none", "-cp", path, "-d", folder.toString(), file.toString()};
      Cases.same(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments));
      byte[] bytes = Files.readAllBytes(folder.resolve(name + ".class"));
      for (String left : List.of(name + ".java", name + ".class", "")) {
        Files.delete(folder.resolve(left));
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Memory extends ClassLoader {

    private final String name;
    private final byte[] file;

    Memory(String name, byte[] file, int generation) {
      super(Memory.class.getClassLoader());
      String text = new String(file, StandardCharsets.ISO_8859_1);
      this.name = name;
      this.file =
          text.replace(MARKER, "%05d".formatted(generation)).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    protected Class<?> findClass(String wanted) throws ClassNotFoundException {
      if (!wanted.equals(name)) {
        throw new ClassNotFoundException(wanted);
      }
      return defineClass(name, file, 0, file.length);
    }

    @Override
    public InputStream getResourceAsStream(String path) {
      return path.equals(name + ".class")
          ? new ByteArrayInputStream(file)
          : super.getResourceAsStream(path);
    }
  }

  @SuppressWarnings("unchecked")
  private static RemoteCallable<String> task(String name, byte[] file, int generation)
      throws ReflectiveOperationException {
    return (RemoteCallable<String>)
        new Memory(name, file, generation).loadClass(name).getConstructor().newInstance();
  }

  /** Returns the pids of the workers that ran the generations, one after the other. */
  private static Set<String> run(String name, String statement) throws Exception {
    byte[] file = compiled(name, statement);
    Set<String> pids = new LinkedHashSet<>();
    try (Workers one = Cases.pool(1).build()) {
      for (int generation = 0; generation < MANY; generation++) {
        String[] answer = Cases.on(one, task(name, file, generation)).split(" ");
        Cases.same("%05d".formatted(generation), answer[0]);
        pids.add(answer[1]);
      }
    }
    return pids;
  }

  static void oneWorkerServesThemAllWhereTheOldOnesCanBeUnloaded(Workers workers) throws Exception {
    Cases.same(1, Cases.on(workers, () -> 1));
    Cases.same(1, run("Quiet", "").size());
  }

  static void aWorkerInWhichOldClassesStayIsReplacedBetweenTasks(Workers workers) throws Exception {
    Cases.same(1, Cases.on(workers, () -> 1));
    String leak = "Thread t = new Thread(this); t.setDaemon(true); t.start();";
    Cases.same(2, run("Leaking", leak).size());
  }
}
