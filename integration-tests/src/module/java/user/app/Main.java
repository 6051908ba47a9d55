package user.app;

import dev.entourage.EntourageException;
import dev.entourage.Workers;
import java.util.List;

/** A program in a named module that exports nothing. */
public class Main {

  /** Looks for this class where a worker's own classes are. */
  static boolean isHidden() {
    try {
      Class.forName("user.app.Main", false, ClassLoader.getSystemClassLoader());
      return false;
    } catch (ClassNotFoundException e) {
      return true;
    }
  }

  static final class Encoder {
    private final int factor;

    Encoder(int factor) {
      this.factor = factor;
    }

    int encode(int x) {
      return x * factor;
    }
  }

  public static void main(String[] args) {
    System.out.println("module=" + Main.class.getModule().getName());
    System.out.println("driver=" + ProcessHandle.current().pid());
    try (Workers workers =
        Workers.builder().processes(1).inheritClassPath(false).backend(args[0]).build()) {
      controls(workers);
      System.out.println("stateless=" + workers.map(List.of(1, 2), x -> x * 3));
      Encoder encoder = new Encoder(3);
      System.out.println("stateful=" + workers.submit(() -> encoder.encode(5)).join());
    } catch (EntourageException e) {
      System.out.println("refused=" + e.getMessage().replace('\n', ' '));
    }
  }

  private static void controls(Workers workers) {
    long pid = workers.submit(() -> ProcessHandle.current().pid()).join();
    System.out.println("worker=" + pid);
    System.out.println("hidden=" + workers.submit(() -> isHidden()).join());
  }
}
