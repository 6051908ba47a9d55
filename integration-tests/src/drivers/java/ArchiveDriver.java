import dev.entourage.Workers;

/** Says whether its worker had an archive, and lets it write down where its classes came from. */
class ArchiveDriver {

  public static void main(String[] args) {
    String log = "-Xlog:class+load:file=" + args[0];
    int one = 1;
    try (Workers workers = Workers.builder().processes(1).jvmOptions(log).build()) {
      System.out.println("answer=" + workers.submit(() -> one + 1).join());
      System.out.println(
          "archive=" + workers.submit(() -> System.getProperty("entourage.archive.state")).join());
    }
  }
}
