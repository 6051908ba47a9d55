import dev.entourage.RemoteFunction;
import dev.entourage.Workers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Reads the texts and class files that come with every JDK, in two other JVMs. */
public class Quickstart {

  /** A record comes home as this very class. */
  record Count(String text, long longWords, long pid) {}

  /** State travels without a marker; a lambda in a field is state, too. */
  static class Counter {
    final RemoteFunction<String, Boolean> isLong;
    int texts;

    Counter(RemoteFunction<String, Boolean> isLong) {
      this.isLong = isLong;
    }

    Count count(String text) throws Exception {
      texts++;
      long longWords = 0;
      for (String word : Files.readString(Path.of(text)).split("\\W+")) {
        longWords += isLong.apply(word) ? 1 : 0;
      }
      return new Count(text, longWords, ProcessHandle.current().pid());
    }
  }

  public static void main(String[] args) throws Exception {
    System.out.println("I am process " + ProcessHandle.current().pid() + ".");
    int length = 14;
    Counter counter = new Counter(word -> word.length() >= length);

    try (Workers workers = Workers.local(2)) {
      CompletableFuture<String> classes = workers.submit(() -> countClasses("java.base"));
      for (Count count : workers.map(legalTexts(), counter::count)) {
        System.out.println(count);
      }
      System.out.println(classes.join());
    }
    System.out.println("My own counter has seen " + counter.texts + " texts.");
  }

  static String countClasses(String module) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(URI.create("jrt:/" + module)))) {
      long classes = files.filter(file -> file.toString().endsWith(".class")).count();
      return "Process " + ProcessHandle.current().pid() + " found " + classes + " classes.";
    }
  }

  static List<String> legalTexts() throws IOException {
    Path legal = Path.of(System.getProperty("java.home"), "legal");
    if (!Files.isDirectory(legal)) {
      throw new IOException("This JDK has no legal texts to read: " + legal + ". Try another JDK.");
    }
    try (Stream<Path> files = Files.walk(legal)) {
      return files.map(Path::toString).filter(file -> file.endsWith(".md")).sorted().toList();
    }
  }
}
