import dev.entourage.Workers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Containers of the script's objects: kind, order and content stay. */
public class CollectionCases {

  public static void main(String[] args) {
    Cases.run(CollectionCases.class, args);
  }

  record Key(String name, int rank) {}

  static final class Item {
    final String text;

    Item(String text) {
      this.text = text;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Item item && item.text.equals(text);
    }

    @Override
    public int hashCode() {
      return text.hashCode() + 31;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** What a task saw, and what came home. */
  record Seen(Object value, String kind, String content) {}

  private static void travels(Workers workers, Object value) throws Exception {
    Seen seen =
        Cases.on(workers, () -> new Seen(value, value.getClass().getName(), value.toString()));
    Cases.same(value.getClass().getName(), seen.kind());
    Cases.same(value.toString(), seen.content());
    Cases.same(value.getClass(), seen.value().getClass());
    Cases.same(value, seen.value());
    Cases.same(value.toString(), seen.value().toString());
  }

  // C17
  static void lists(Workers workers) throws Exception {
    List<Object> inner = new ArrayList<>(Arrays.asList(new Item("a"), null, new Item("b")));
    travels(workers, inner);
    travels(workers, new ArrayList<>(List.of(inner, new Key("k", 1), 42)));
    travels(workers, new LinkedList<>(inner));
  }

  // C17
  static void emptyContainers(Workers workers) throws Exception {
    travels(workers, new ArrayList<>());
    travels(workers, new HashMap<>());
    travels(workers, new TreeMap<>());
    travels(workers, List.of());
    travels(workers, Map.of());
  }

  // C17
  static void queue(Workers workers) throws Exception {
    ArrayDeque<Item> queue = new ArrayDeque<>(List.of(new Item("first"), new Item("last")));
    String ends = Cases.on(workers, () -> queue.peekFirst() + "-" + queue.peekLast());
    Cases.same("first-last", ends);
    Cases.same(new ArrayList<>(queue), new ArrayList<>(Cases.on(workers, () -> queue)));
  }

  // C17
  static void arrays(Workers workers) throws Exception {
    Object[] mixed = {new Item("x"), new int[] {1, 2}, new Key[][] {{new Key("k", 1)}, {}}, null};
    Object[] home =
        Cases.on(
            workers,
            () -> {
              Key[][] keys = (Key[][]) mixed[2];
              return new Object[] {mixed[0], mixed[1], mixed[2], keys[0][0].name()};
            });
    Cases.same(new Object[] {mixed[0], mixed[1], mixed[2], "k"}, home);
    Cases.same(Key[][].class, home[2].getClass());
  }

  // C17
  static void mapsWithKeysAndValuesOfTheScript(Workers workers) throws Exception {
    Map<Key, Item> hash = new HashMap<>();
    Map<Item, Key> linked = new LinkedHashMap<>();
    for (int i = 9; i >= 0; i--) {
      hash.put(new Key("k" + i, i), new Item("v" + i));
      linked.put(new Item("i" + i), new Key("r", i));
    }
    travels(workers, hash);
    travels(workers, linked);
    Cases.same(new Item("v3"), Cases.on(workers, () -> hash.get(new Key("k3", 3))));
    Cases.same(new Key("r", 3), Cases.on(workers, () -> linked.get(new Item("i3"))));
  }

  // C17
  static void sets(Workers workers) throws Exception {
    Set<Item> items = new LinkedHashSet<>(List.of(new Item("z"), new Item("a")));
    travels(workers, items);
    travels(workers, new HashSet<>(items));
    Cases.check(Cases.on(workers, () -> items.contains(new Item("a"))), "an element was lost");
  }

  // C17
  static void treeMapWithALambdaComparator(Workers workers) throws Exception {
    TreeMap<Key, Item> tree =
        new TreeMap<>(
            (Comparator<Key> & java.io.Serializable) (a, b) -> Integer.compare(b.rank(), a.rank()));
    for (int i = 0; i < 5; i++) {
      tree.put(new Key("k", i), new Item("v" + i));
    }
    Cases.same("v4", Cases.on(workers, () -> tree.firstEntry().getValue().text));
    TreeMap<Key, Item> home =
        Cases.on(
            workers,
            () -> {
              tree.put(new Key("k", 9), new Item("v9"));
              return tree;
            });
    Cases.same("[v9, v4, v3, v2, v1, v0]", home.values().toString());
    home.put(new Key("k", 7), new Item("v7"));
    Cases.same("[v9, v7, v4, v3, v2, v1, v0]", home.values().toString());
  }

  // C17
  static void treeSetInNaturalOrder(Workers workers) throws Exception {
    TreeSet<String> tree = new TreeSet<>(Comparator.reverseOrder());
    tree.addAll(List.of("a", "c", "b"));
    Cases.same("c", Cases.on(workers, tree::first));
    Cases.same(tree, Cases.on(workers, () -> tree));
  }

  // C17
  static void immutables(Workers workers) throws Exception {
    travels(workers, List.of(new Item("a")));
    travels(workers, List.of(new Item("a"), new Item("b"), new Item("c")));
    Cases.same(
        Set.of(new Item("a"), new Item("b")),
        Cases.on(workers, () -> Set.of(new Item("a"), new Item("b"))));
    Map<Key, Item> map = Map.of(new Key("a", 1), new Item("x"), new Key("b", 2), new Item("y"));
    Cases.same(map, Cases.on(workers, () -> map));
    Cases.same(new Item("y"), Cases.on(workers, () -> map.get(new Key("b", 2))));
    List<Item> list = List.of(new Item("a"));
    Cases.check(
        Cases.on(
            workers,
            () -> {
              try {
                list.add(null);
                return false;
              } catch (UnsupportedOperationException e) {
                return true;
              }
            }),
        "List.of arrived mutable");
  }
}
