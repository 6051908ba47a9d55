import dev.entourage.RemoteFunction;
import dev.entourage.Workers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Depth, and originals that stay untouched. */
public class GraphCases {

  public static void main(String[] args) {
    Cases.run(GraphCases.class, args);
  }

  static final class Link {
    final int number;
    Link next;

    Link(int number, Link next) {
      this.number = number;
      this.next = next;
    }

    static Link chain(int links) {
      Link head = null;
      for (int i = links; i > 0; i--) {
        head = new Link(i, head);
      }
      return head;
    }

    static int count(Link head) {
      int count = 0;
      for (Link link = head; link != null; link = link.next) {
        count++;
        if (link.number != count) {
          return -count;
        }
      }
      return count;
    }
  }

  private static void travels(Workers workers, int links) throws Exception {
    Link chain = Link.chain(links);
    Cases.same(links, Cases.on(workers, () -> Link.count(chain)));
    Cases.same(links, Link.count(Cases.on(workers, () -> Link.chain(links))));
  }

  // C20
  static void fifteenLinks(Workers workers) throws Exception {
    travels(workers, 15);
  }

  // C20
  static void tenThousandLinks(Workers workers) throws Exception {
    travels(workers, 10_000);
  }

  // C20
  static void hundredThousandLinks(Workers workers) throws Exception {
    travels(workers, 100_000);
  }

  // C20
  static void listsInListsOfAnyDepth(Workers workers) throws Exception {
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      list = new ArrayList<>(List.of(list));
    }
    List<Object> root = list;
    int depth =
        Cases.on(
            workers,
            () -> {
              int levels = 0;
              Object inner = root;
              while (inner instanceof List<?> l && !l.isEmpty()) {
                inner = l.get(0);
                levels++;
              }
              return levels;
            });
    Cases.same(10_000, depth);
  }

  static final class Holder {
    final List<String> list = new ArrayList<>(List.of("a", "b"));
    final Map<String, Holder> map = new LinkedHashMap<>();
    final Optional<String> empty = Optional.empty();
    final Optional<String> full = Optional.of("x");
    final RemoteFunction<Integer, Integer> function = x -> x + 1;
    final int[] numbers = {1, 2, 3};
    final Class<?> type = Holder.class;
    String text = "before";
    transient String hidden = "kept";
  }

  /** Every field by identity, containers by content. */
  private static List<Object> fields(Holder holder) throws Exception {
    List<Object> values = new ArrayList<>();
    for (var field : Holder.class.getDeclaredFields()) {
      Object value = field.get(holder);
      values.add(field.getName() + "@" + System.identityHashCode(value));
    }
    values.addAll(holder.list);
    values.add(
        holder.map.keySet().toString()
            + holder.map.values().stream().map(System::identityHashCode).toList());
    values.add(java.util.Arrays.toString(holder.numbers));
    return values;
  }

  // C21
  static void callersObjectsAreUnchanged(Workers workers) throws Exception {
    Holder holder = new Holder();
    holder.map.put("self", holder);
    List<Object> before = fields(holder);
    String seen =
        Cases.on(
            workers,
            () -> {
              holder.text = "changed";
              holder.list.add("c");
              holder.numbers[0] = 9;
              return holder.text + holder.list + holder.function.apply(holder.numbers[0]);
            });
    Cases.same("changed[a, b, c]10", seen);
    Cases.same(before, fields(holder));
    Cases.same("before", holder.text);
  }

  // C21
  static void singletonsOfTheJdkStayThemselves(Workers workers) throws Exception {
    Holder holder = new Holder();
    Cases.check(
        Cases.on(workers, () -> holder.empty == Optional.<String>empty() && holder.empty.isEmpty()),
        "another empty Optional on the worker");
    Optional<String> home = Cases.on(workers, () -> holder).empty;
    Cases.check(home == Optional.<String>empty(), "another empty Optional came home");
    Cases.check(Optional.empty().isEmpty(), "the driver's Optional.EMPTY was filled");
    Cases.same(Optional.of("x"), Cases.on(workers, () -> holder.full));
    Cases.check(
        Cases.on(workers, () -> Optional.empty().isEmpty()), "the worker's EMPTY was filled");
    Cases.check(Cases.on(workers, () -> holder.type == Holder.class), "another class of one name");
  }

  static final class Counter {
    int count;

    int increment() {
      return ++count;
    }
  }

  // C22
  static void counterCountsOnTheWorkerOnly(Workers workers) throws Exception {
    Counter counter = new Counter();
    Cases.same(1, Cases.on(workers, counter::increment));
    Cases.same(1, Cases.on(workers, counter::increment));
    Cases.same(0, counter.count);
  }

  // design.md §4: encoded when submit returns
  static void changesAfterSubmitDontTravel(Workers workers) throws Exception {
    Counter counter = new Counter();
    var future = workers.submit(() -> counter.count);
    counter.count = 99;
    Cases.same(0, Cases.await(future));
  }
}
