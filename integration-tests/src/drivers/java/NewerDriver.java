import dev.entourage.ConfigurationException;
import dev.entourage.RemoteCallable;
import dev.entourage.Workers;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javax.tools.ToolProvider;

/** A driver whose class files are too new for its workers, but for one class. */
public class NewerDriver {

  public static void main(String[] args) throws Exception {
    Workers.Builder builder =
        Workers.builder().transport("cluster").processes(1).inheritClassPath(false);
    for (String option : args) {
      String[] pair = option.split("=", 2);
      builder.option(pair[0], pair[1]);
    }
    RemoteCallable<Integer> old = old();
    try (Workers workers = builder.build()) {
      System.out.println("java=" + old.call());
      System.out.println("worker=" + Cases.on(workers, old));
      ConfigurationException e =
          Cases.thrown(ConfigurationException.class, () -> workers.submit(() -> 1));
      System.out.println("refused=" + e.getMessage());
      System.out.println("again=" + Cases.on(workers, old));
    }
  }

  /** Says which Java runs it, from 17 on. */
  @SuppressWarnings("unchecked")
  private static RemoteCallable<Integer> old() throws Exception {
    Path folder = Files.createTempDirectory("old");
    Path source = folder.resolve("Old.java");
    Files.writeString(
        source,
        "public class Old implements dev.entourage.RemoteCallable<Integer> {"
            + " public Integer call() { return Runtime.version().feature(); } }");
    List<String> options =
        List.of(
            "-proc:none",
            "--release",
            "17",
            "-cp",
            System.getProperty("java.class.path"),
            "-d",
            folder.toString(),
            source.toString());
    ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new));
    URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, NewerDriver.class.getClassLoader());
    for (Path left : List.of(folder, source, folder.resolve("Old.class"))) {
      left.toFile().deleteOnExit();
    }
    Callable<?> made = (Callable<?>) loader.loadClass("Old").getDeclaredConstructor().newInstance();
    return (RemoteCallable<Integer>) made;
  }
}
