import dev.entourage.Workers;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Types that show only in declarations. */
public class DeclarationCases {

  public static void main(String[] args) {
    Cases.run(DeclarationCases.class, args);
  }

  record Document(String id) {}

  record Hit(Document document, double score) {}

  static final class RankingException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  interface Marker {}

  record Marked(int value) implements Marker, Comparable<Marked> {
    @Override
    public int compareTo(Marked other) {
      return Integer.compare(value, other.value);
    }
  }

  static final class Encoder {
    Document encode(Document document) {
      return new Document(document.id() + "+");
    }

    List<Hit> rank(List<Hit> hits) {
      List<Hit> ranked = new ArrayList<>(hits);
      ranked.sort((a, b) -> Double.compare(b.score(), a.score()));
      return ranked;
    }

    Map<String, Document> byId(List<Document> documents) {
      return Map.of(documents.get(0).id(), documents.get(0));
    }

    Optional<Hit> best(List<Hit> hits) {
      return hits.isEmpty() ? Optional.empty() : Optional.of(rank(hits).get(0));
    }

    Map<String, List<Optional<Map<Document, ? extends Hit>>>> nested() {
      return Map.of();
    }

    <T extends Marker & Comparable<T>> List<? super T> bounded(List<? extends T> items) {
      return new ArrayList<>(items);
    }

    void fails() throws RankingException {
      throw new RankingException();
    }
  }

  // B12
  static void declaredTypesWorkWhenUsed(Workers workers) throws Exception {
    Encoder encoder = new Encoder();
    Document a = new Document("a");
    List<Hit> hits = new ArrayList<>(List.of(new Hit(a, 1), new Hit(a, 2)));
    Cases.same(new Document("a+"), Cases.on(workers, () -> encoder.encode(a)));
    Cases.same(List.of(new Hit(a, 2), new Hit(a, 1)), Cases.on(workers, () -> encoder.rank(hits)));
    Cases.same(Map.of("a", a), Cases.on(workers, () -> encoder.byId(List.of(a))));
    Cases.same(Optional.of(new Hit(a, 2)), Cases.on(workers, () -> encoder.best(hits)));
    Cases.check(
        Cases.on(workers, () -> encoder.best(List.of())).isEmpty(), "an empty Optional was full");
    Cases.same(1, Cases.on(workers, () -> encoder.bounded(List.of(new Marked(1))).size()));
  }

  // B12
  static void declaredTypesCanBeReflectedUponWhenNoneIsUsed(Workers workers) throws Exception {
    Encoder encoder = new Encoder();
    Cases.same(signatures(Encoder.class), Cases.on(workers, () -> signatures(encoder.getClass())));
  }

  private static List<String> signatures(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> !method.isSynthetic())
        .map(Method::toGenericString)
        .sorted()
        .toList();
  }

  static final class NeverMade {
    final int number = 1;
  }

  static class Holder {
    NeverMade nothing;
    List<NeverMade> none = new ArrayList<>();
  }

  // B13
  static void fieldOfATypeWithoutInstance(Workers workers) throws Exception {
    Holder holder = new Holder();
    Cases.same(fields(Holder.class), Cases.on(workers, () -> fields(holder.getClass())));
    Cases.check(Cases.on(workers, () -> holder).nothing == null, "null didn't stay null");
  }

  private static List<String> fields(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields()).map(Field::toGenericString).sorted().toList();
  }

  record Pair(NeverMade left, Optional<NeverMade> right) {}

  // B13
  static void componentOfATypeWithoutInstance(Workers workers) throws Exception {
    Pair pair = new Pair(null, Optional.empty());
    Cases.same(components(Pair.class), Cases.on(workers, () -> components(pair.getClass())));
    Cases.same(pair, Cases.on(workers, () -> pair));
  }

  private static List<String> components(Class<?> type) {
    return Stream.of(type.getRecordComponents())
        .map(RecordComponent::getGenericType)
        .map(Type::getTypeName)
        .toList();
  }

  sealed interface Shape permits Made, NotMade {}

  record Made(int x) implements Shape {}

  record NotMade(int y) implements Shape {}

  // B13
  static void permittedSubclassWithoutInstance(Workers workers) throws Exception {
    Shape shape = new Made(1);
    List<String> permitted =
        Cases.on(
            workers,
            () ->
                Stream.of(shape.getClass().getInterfaces()[0].getPermittedSubclasses())
                    .map(Class::getName)
                    .toList());
    Cases.same(List.of(Made.class.getName(), NotMade.class.getName()), permitted);
  }
}
