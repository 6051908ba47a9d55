import dev.entourage.PreparationException;
import dev.entourage.Workers;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javax.tools.ToolProvider;

/** A class whose bytes nobody has, in a JVM that lets no agent in. */
public class NoBytesCases {

  public static void main(String[] args) {
    Cases.run(NoBytesCases.class, args);
  }

  private static Callable<?> lost() throws Exception {
    Path folder = Files.createTempDirectory("lost");
    Path source = folder.resolve("Lost.java");
    Files.writeString(
        source,
        "public class Lost implements java.util.concurrent.Callable<Integer> {"
            + " public Integer call() { return 1; } }");
    ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, "-proc:none", "-d", folder.toString(), source.toString());
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      return (Callable<?>) loader.loadClass("Lost").getDeclaredConstructor().newInstance();
    } finally {
      for (Path left : List.of(source, folder.resolve("Lost.class"), folder)) {
        Files.delete(left);
      }
    }
  }

  // D30
  static void refusesAndNamesClassLoaderAndFix(Workers workers) throws Exception {
    Callable<?> task = lost();
    for (int i = 0; i < 2; i++) {
      PreparationException e =
          Cases.thrown(PreparationException.class, () -> Cases.on(workers, () -> task.call()));
      for (String part :
          List.of(
              "class=Lost",
              "loader=" + task.getClass().getClassLoader(),
              "Workers.Builder.bytes",
              "start java with -javaagent:/",
              "-XX:-EnableDynamicAgentLoading")) {
        Cases.check(e.getMessage().contains(part), part + " isn't in " + e.getMessage());
      }
    }
  }
}
