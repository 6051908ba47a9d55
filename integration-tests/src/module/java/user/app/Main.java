package user.app;

import dev.entourage.EntourageException;
import dev.entourage.RemoteCallable;
import dev.entourage.Workers;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

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
      System.out.println("plain=" + plain(workers, 1));
      System.out.println("mark=" + workers.submit(() -> mark()).join());
      Encoder encoder = new Encoder(3);
      Function<Integer, Integer> encode = encoder::encode;
      tell(workers, "stateful", () -> encoder.encode(5));
      tell(workers, "statefulPlain", () -> encode.apply(5));
    }
  }

  private static void tell(Workers workers, String name, RemoteCallable<Integer> task) {
    try {
      System.out.println(name + "=" + workers.submit(task).join());
    } catch (EntourageException e) {
      System.out.println(name + "=" + e.getMessage().replace('\n', ' '));
    }
  }

  /** Of types that aren't serializable, with values of the JDK's in them. */
  private static String plain(Workers workers, int captured) {
    Function<String, Integer> length = String::length;
    Function<String, Integer> sum = length.andThen(x -> x + captured);
    Comparator<String> order = Comparator.comparing(sum).reversed();
    Supplier<String> hidden = Main::hidden;
    return workers.submit(() -> hidden.get() + sum.apply("four") + order.compare("a", "bb")).join();
  }

  private static String hidden() {
    return "hidden ";
  }

  /** What the package's annotation says. */
  private static String mark() {
    return Main.class.getPackage().getAnnotations()[0].toString();
  }

  private static void controls(Workers workers) {
    long pid = workers.submit(() -> ProcessHandle.current().pid()).join();
    System.out.println("worker=" + pid);
    System.out.println("hidden=" + workers.submit(() -> isHidden()).join());
  }
}
