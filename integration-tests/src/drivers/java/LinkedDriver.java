import dev.entourage.PreparationException;
import dev.entourage.Workers;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javax.tools.ToolProvider;
import user.lib.Greeter;

/** A script on a linked image, which has a module of the user's and no way for an agent. */
public class LinkedDriver {

  public static void main(String[] args) throws Exception {
    try (Workers workers = Workers.builder().processes(1).inheritClassPath(false).build()) {
      System.out.println(
          "source=" + Greeter.class.getProtectionDomain().getCodeSource().getLocation());
      System.out.println("greeting=" + Cases.on(workers, () -> Greeter.greet()));
      Callable<?> lost = lost();
      PreparationException e =
          Cases.thrown(PreparationException.class, () -> workers.submit(() -> lost.call()));
      System.out.println("refused=" + e.getMessage());
      Cases.controls(LinkedDriver.class, workers);
    }
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
}
