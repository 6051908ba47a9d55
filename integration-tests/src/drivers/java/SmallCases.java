import dev.entourage.Workers;
import java.util.List;

/** Few cases, to be run from many places. */
public class SmallCases {

  record Word(String text, int length) {}

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
    Cases.run(SmallCases.class, args);
  }

  // A1
  static void statefulEncoderTriples(Workers workers) throws Exception {
    Encoder encoder = new Encoder(3);
    Cases.same(15, Cases.on(workers, () -> encoder.encode(5)));
  }

  // A3
  static void recordsTravelBothWays(Workers workers) {
    List<Word> words = workers.map(List.of("a", "bcd"), text -> new Word(text, text.length()));
    Cases.same(List.of(new Word("a", 1), new Word("bcd", 3)), words);
    Cases.same(Word.class, ((Object) words.get(0)).getClass());
  }
}
