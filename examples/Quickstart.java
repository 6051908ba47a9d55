import dev.entourage.RemoteFunction;
import dev.entourage.Workers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the texts and the class files that come with every JDK, in two other JVMs. */
public class Quickstart {

  /** A record: the workers' results come home as this very class. */
  record Count(String text, long longWords, long pid) {}

  /** An object with state, a lambda among it; nothing marks it as something that travels. */
  static class Counter {
    private final RemoteFunction<String, Boolean> isLong;
    private int texts;

    Counter(RemoteFunction<String, Boolean> isLong) {
      this.isLong = isLong;
    }

    Count count(String text) throws Exception {
      texts++;
      long longWords = 0;
      for (String word : Files.readString(Path.of(text)).split("\\W+")) {
        longWords += isLong.apply(word) ? 1 : 0;
      }
      return new Count(text, longWords, pid());
    }
  }

  public static void main(String[] args) throws Exception {
    int letters = 14;
    Counter counter = new Counter(word -> word.length() >= letters);

    try (Workers workers = Workers.local(2)) {
      CompletableFuture<String> classes = workers.submit(() -> countClasses("java.base"));
      List<Count> counts = workers.map(legalTexts(), counter::count);

      Map<Long, List<Count>> byPid = counts.stream().collect(Collectors.groupingBy(Count::pid));
      byPid.forEach(
          (pid, done) -> {
            long words = done.stream().mapToLong(Count::longWords).sum();
            System.out.printf("process %d read %d texts: %d long words%n", pid, done.size(), words);
          });
      System.out.println(classes.join());
    }
    System.out.printf("process %d, your own, read %d texts%n", pid(), counter.texts);
  }

  static String countClasses(String module) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(URI.create("jrt:/" + module)))) {
      long classes = files.filter(file -> file.toString().endsWith(".class")).count();
      return "process %d counted %d classes in %s".formatted(pid(), classes, module);
    }
  }

  static List<String> legalTexts() throws IOException {
    Path legal = Path.of(System.getProperty("java.home"), "legal");
    if (!Files.isDirectory(legal)) {
      throw new IOException("This JDK has no legal texts to read: " + legal + ". Try another JDK.");
    }
    try (Stream<Path> files = Files.walk(legal.toRealPath()).filter(Files::isRegularFile)) {
      return files.map(Path::toString).filter(file -> file.endsWith(".md")).sorted().toList();
    }
  }

  static long pid() {
    return ProcessHandle.current().pid();
  }
}
