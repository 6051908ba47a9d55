import dev.entourage.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Objects and records of classes that only this script has. */
public class ClassCases {

  static final Encoder BEFORE = new Encoder(3);
  static final int CONSTANT = Integer.parseInt("7");

  public static void main(String[] args) {
    Cases.run(ClassCases.class, args);
  }

  /** No marker, a final field, no constructor without arguments. */
  static final class Encoder {
    private final int factor;

    Encoder(int factor) {
      this.factor = factor;
    }

    int encode(int x) {
      return x * factor;
    }
  }

  static final class Shift {
    private final int by;

    Shift(int by) {
      this.by = by;
    }

    int apply(int x) {
      return x + by;
    }
  }

  static final class Outer {
    private final Encoder inner;

    Outer(Encoder inner) {
      this.inner = inner;
    }

    int encode(int x) {
      return inner.encode(x);
    }
  }

  // A1
  static void statefulEncoderTriples(Workers workers) throws Exception {
    Encoder encoder = new Encoder(3);
    Cases.same(15, Cases.on(workers, () -> encoder.encode(5)));
  }

  // A1
  static void twoStatefulObjectsWorkOneAfterTheOther(Workers workers) throws Exception {
    Encoder encoder = new Encoder(3);
    Shift shift = new Shift(-5);
    Cases.same(25, Cases.on(workers, () -> shift.apply(encoder.encode(10))));
  }

  // A1
  static void outerHoldsInner(Workers workers) throws Exception {
    Outer outer = new Outer(new Encoder(3));
    Cases.same(30, Cases.on(workers, () -> outer.encode(10)));
  }

  // A1, over map
  static void mapAppliesAStatefulEncoderInOrder(Workers workers) {
    Encoder encoder = new Encoder(3);
    List<Integer> items = IntStream.range(0, 50).boxed().toList();
    Cases.same(items.stream().map(x -> x * 3).toList(), workers.map(items, encoder::encode));
  }

  // A2
  static void objectWithoutAnyMarkerComesHomeWithItsFinalFields(Workers workers) throws Exception {
    Encoder made = Cases.on(workers, () -> new Encoder(11));
    Cases.same(Encoder.class, made.getClass());
    Cases.same(22, made.encode(2));
  }

  record Document(String id, Title title) {}

  record Title(String text, int length) {}

  // A3
  static void recordsTravelBothWays(Workers workers) throws Exception {
    List<Document> in =
        new ArrayList<>(
            List.of(new Document("a", new Title("A", 1)), new Document("b", new Title("BB", 2))));
    List<Document> out =
        Cases.on(
            workers,
            () -> {
              List<Document> result = new ArrayList<>();
              in.forEach(d -> result.add(new Document(d.id() + "!", d.title())));
              return result;
            });
    Cases.same(
        List.of(new Document("a!", new Title("A", 1)), new Document("b!", new Title("BB", 2))),
        out);
    Cases.same(Document.class, ((Object) out.get(0)).getClass());
  }

  // A3
  static void recordsAreItemsAndResultsOfMap(Workers workers) {
    List<Document> in = List.of(new Document("a", null), new Document("b", null));
    List<Title> out = workers.map(in, document -> new Title(document.id(), document.id().length()));
    Cases.same(List.of(new Title("a", 1), new Title("b", 1)), out);
  }

  record Frozen(double[] weights, int[][] rows, String[] names, Title[] titles) {}

  // A3
  static void frozenRecordOfArraysTravelsBothWays(Workers workers) throws Exception {
    Frozen in =
        new Frozen(
            new double[] {1.5, -0.0},
            new int[][] {{1}, {}, {2, 3}},
            new String[] {"x", null},
            new Title[] {new Title("t", 1)});
    Frozen out = Cases.on(workers, () -> in);
    Cases.same(in.weights(), out.weights());
    Cases.same(in.rows(), out.rows());
    Cases.same(in.names(), out.names());
    Cases.same(in.titles(), out.titles());
  }

  enum Level {
    LOW,
    HIGH
  }

  // A10
  static void staticsMadeBeforeThePoolWasOpened(Workers workers) throws Exception {
    Encoder captured = BEFORE;
    Cases.same(15, Cases.on(workers, () -> captured.encode(5)));
    Cases.same(15, Cases.on(workers, () -> BEFORE.encode(5)));
    Cases.same(7, Cases.on(workers, () -> CONSTANT));
  }

  // A11
  static void twoInstancesArriveWithOneClass(Workers workers) throws Exception {
    Encoder a = new Encoder(1);
    Object b = new Encoder(2);
    Cases.check(
        Cases.on(workers, () -> a.getClass() == b.getClass() && b instanceof Encoder),
        "two classes of one name");
    Level level = Level.LOW;
    Cases.check(Cases.on(workers, () -> level == Level.LOW), "two constants of one name");
  }

  record Identity(long pid, int encoder, int low) {}

  // A11
  static void classesKeepTheirIdentityAcrossTasks(Workers workers) {
    List<Identity> seen =
        workers.map(
            IntStream.range(0, 20).mapToObj(Encoder::new).toList(),
            encoder ->
                new Identity(
                    ProcessHandle.current().pid(),
                    System.identityHashCode(encoder.getClass()),
                    System.identityHashCode(Level.LOW)));
    Map<Long, Long> perWorker =
        seen.stream()
            .distinct()
            .collect(Collectors.groupingBy(Identity::pid, Collectors.counting()));
    Cases.check(
        perWorker.values().stream().allMatch(count -> count == 1), "identities: " + perWorker);
  }

  // A3
  static void arraysOfUserClassesKeepTheirType(Workers workers) throws Exception {
    Title[] in = {new Title("a", 1)};
    Title[][] out = Cases.on(workers, () -> new Title[][] {in, in});
    Cases.same(Title[][].class, out.getClass());
    Cases.check(out[0] == out[1], "the shared array came home as two");
    Cases.same(Arrays.asList(in), Arrays.asList(out[0]));
  }
}
