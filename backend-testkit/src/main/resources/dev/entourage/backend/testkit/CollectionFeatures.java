package cases;

import java.util.*;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Each member class is a case of its own: what it makes, and all that is to be kept of it. */
class CollectionFeatures {
  record Item(String name) {}

  static final class Key {
    final String name;
    Key(String name) { this.name = name; }
    @Override public int hashCode() { return name.hashCode(); }
    @Override public boolean equals(Object other) { return other instanceof Key key && key.name.equals(name); }
    @Override public String toString() { return name; }
  }

  static List<Object> items() { return Arrays.asList(new Item("b"), new Key("a"), 3, "text"); }

  static Map<Object, Object> entries() {
    Map<Object, Object> made = new LinkedHashMap<>();
    for (Object each : items()) made.put(each, new Item("of " + each));
    return made;
  }

  /** Its class, its elements, whether each is found, and whether it can be changed. */
  static String tell(Object root, boolean ordered) {
    Collection<?> all = root instanceof Map<?, ?> map ? map.keySet() : (Collection<?>) root;
    List<String> texts = new ArrayList<>();
    for (Object each : all) texts.add(each + (root instanceof Map<?, ?> map ? "=" + map.get(each) : "") + all.contains(each));
    if (!ordered) Collections.sort(texts);
    return root.getClass().getName() + texts;
  }

  static class ArrayListOfObjects {
    static Object make() { return new ArrayList<>(items()); }
    static String show(Object root) { return tell(root, true); }
  }

  static class LinkedListWithNull {
    static Object make() { return new LinkedList<>(Arrays.asList(null, new Item("i"), null)); }
    static String show(Object root) { return tell(root, true); }
  }

  static class ArrayDequeOfObjects {
    static Object make() { return new ArrayDeque<>(items()); }
    static String show(Object root) { return tell(root, true); }
  }

  static class LinkedHashMapInOrder {
    static Object make() { return entries(); }
    static String show(Object root) { return tell(root, true); }
  }

  static class HashSetOfKeys {
    static Object make() { return new HashSet<>(items()); }
    static String show(Object root) { return tell(root, false); }
  }

  static class TreeMapInOrder {
    static Object make() { return new TreeMap<>(Map.of("b", new Item("2"), "a", new Item("1"))); }
    static String show(Object root) { return tell(root, true); }
  }

  static class EnumMapWithBodies {
    enum Op {
      ADD { @Override int apply(int x) { return x + 1; } },
      NEGATE { @Override int apply(int x) { return -x; } };
      abstract int apply(int x);
    }
    static Object make() { return new EnumMap<>(Map.of(Op.NEGATE, "n", Op.ADD, "a")); }
    static String show(Object root) { return tell(root, true); }
  }

  static class EnumSetOfConstants {
    enum Level { LOW, MIDDLE, HIGH }
    static Object make() { return EnumSet.of(Level.HIGH, Level.LOW); }
    static String show(Object root) {
      @SuppressWarnings("unchecked")
      EnumSet<Level> set = (EnumSet<Level>) root;
      return set + "" + EnumSet.complementOf(set);
    }
  }

  static class ConcurrentMap {
    static Object make() { return new ConcurrentHashMap<>(entries()); }
    static String show(Object root) { return tell(root, false); }
  }

  static class IdentityMap {
    static Object make() {
      Map<Object, Object> made = new IdentityHashMap<>();
      Object key = new Key("k");
      made.put(key, "first");
      made.put(new Key("k"), "second");
      return new Object[] {key, made};
    }
    static String show(Object root) {
      Map<?, ?> map = (Map<?, ?>) ((Object[]) root)[1];
      return map.size() + "" + map.get(((Object[]) root)[0]) + map.get(new Key("k"));
    }
  }

  static class ListOf {
    static Object make() { return List.of(new Item("a"), new Key("b"), 3); }
    static String show(Object root) { return tell(root, true); }
  }

  static class SetOf {
    static Object make() { return Set.of(new Item("a"), new Key("b"), 3); }
    static String show(Object root) { return tell(root, false); }
  }

  static class MapOf {
    static Object make() { return Map.of(new Item("a"), 1, new Key("b"), new Item("c")); }
    static String show(Object root) { return tell(root, false); }
  }

  static class StreamToListWithNull {
    static Object make() { return Stream.of(new Item("a"), null, 3).toList(); }
    static String show(Object root) { return tell(root, true); }
  }

  static class UnmodifiableCollections {
    static Object make() { return new Object[] {Collections.unmodifiableList(items()), Collections.unmodifiableMap(entries()), Collections.unmodifiableCollection(new ArrayDeque<>(items()))}; }
    static String show(Object root) {
      String text = "";
      for (Object each : (Object[]) root) text += tell(each, true);
      return text;
    }
  }

  static class SynchronizedCollections {
    static Object make() { return new Object[] {Collections.synchronizedList(new ArrayList<>(items())), Collections.synchronizedMap(entries())}; }
    static String show(Object root) { return tell(((Object[]) root)[0], true) + tell(((Object[]) root)[1], true); }
  }

  static class SubListOfAList {
    static Object make() { return new ArrayList<>(items()).subList(1, 3); }
    static String show(Object root) { return tell(root, true); }
  }

  static class ArraysAsList {
    static Object make() { return Arrays.asList(new Item[] {new Item("a"), null}); }
    static String show(Object root) { return tell(root, true); }
  }

  static class RecordsAsMapValues {
    static Object make() { return new HashMap<>(Map.of("a", new Item("1"), "b", new Item("2"))); }
    static String show(Object root) { return tell(root, false); }
  }

  static class ArrayListSubclass extends ArrayList<Object> {
    String own = "own";
    static Object make() {
      ArrayListSubclass made = new ArrayListSubclass();
      made.addAll(items());
      made.own = "changed";
      return made;
    }
    static String show(Object root) { return tell(root, true) + ((ArrayListSubclass) root).own; }
  }

  static class HashMapSubclass extends HashMap<Object, Object> {
    String own = "own";
    static Object make() {
      HashMapSubclass made = new HashMapSubclass();
      made.putAll(entries());
      made.own = "changed";
      return made;
    }
    static String show(Object root) { return tell(root, false) + ((HashMapSubclass) root).own; }
  }
}
