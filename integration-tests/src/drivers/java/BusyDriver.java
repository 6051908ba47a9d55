import dev.entourage.Workers;
import java.util.List;

/** Keeps its workers busy until somebody ends it, or lets it go on by a line of input. */
public class BusyDriver {

  public static void main(String[] args) throws Exception {
    try (Workers workers =
        Workers.builder().processes(2).inheritClassPath(false).backend(args[0]).build()) {
      workers.members().forEach(worker -> System.out.println("worker=" + worker.pid()));
      System.out.println("before=" + workers.map(List.of(1, 2, 3), x -> x * 2));
      for (int i = 0; args.length > 1 && i < 2; i++) {
        workers.run(
            () -> {
              System.out.println("spinning");
              Object lock = new Object();
              synchronized (lock) {
                lock.wait();
              }
            });
      }
      System.out.println("ready");
      System.in.read();
      System.out.println("after=" + workers.map(List.of(1, 2, 3), x -> x * 2));
    }
  }
}
