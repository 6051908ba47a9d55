import dev.entourage.Workers;

/** Opens a pool whose worker JVM waits, before it does anything, until a file is deleted. */
public class PausedDriver {

  public static void main(String[] args) {
    Workers.Builder builder =
        Workers.builder()
            .processes(1)
            .inheritClassPath(false)
            .jvmOptions(
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:+PauseAtStartup",
                "-XX:PauseAtStartupFile=" + args[0]);
    try (Workers workers = builder.build()) {
      var task = workers.submit(() -> ProcessHandle.current().pid());
      System.out.println("waiting");
      System.out.println("worker=" + task.join());
      System.out.println("driver=" + ProcessHandle.current().pid());
    }
  }
}
