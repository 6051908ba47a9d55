import dev.entourage.Workers;
import java.util.List;
import java.util.Map;

/** Loads the classes that every script needs, for the launcher's archive. */
class WarmUp {

  private record Answer(int number, String text, List<String> list, Map<String, Integer> map) {}

  public static void main(String[] args) {
    int one = 1;
    List<String> texts = List.of("a", "b");
    try (Workers workers = Workers.local(1)) {
      workers.submit(() -> one).join();
      workers.submit(() -> new Answer(one, texts.get(0), texts, Map.of("a", one))).join();
      workers.map(texts, text -> text.length() + one);
    }
  }
}
