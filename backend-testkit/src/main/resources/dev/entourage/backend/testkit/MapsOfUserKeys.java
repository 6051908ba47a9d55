package cases;

import java.util.*;
import java.util.concurrent.ConcurrentHashMap;

class MapsOfUserKeys {
  static final class Key {
    final String name;
    final List<String> tags;

    Key(String name, String... tags) {
      this.name = name;
      this.tags = new ArrayList<>(List.of(tags));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.name.equals(name) && key.tags.equals(tags);
    }

    @Override
    public int hashCode() {
      return Objects.hash(name, tags);
    }

    @Override
    public String toString() {
      return name + tags;
    }
  }

  static final class ByIdentity {
    final int number;

    ByIdentity(int number) {
      this.number = number;
    }
  }

  record Indexed(ByIdentity[] all, Map<ByIdentity, Integer> index, Map<ByIdentity, String> same, Set<ByIdentity> set) {}

  static Object[] roots() {
    Map<Key, Key> hashed = new HashMap<>();
    for (int i = 0; i < 50; i++) hashed.put(new Key("k" + i, "t" + i), new Key("v" + i));
    ByIdentity[] all = {new ByIdentity(0), new ByIdentity(1), new ByIdentity(2)};
    Map<ByIdentity, Integer> index = new HashMap<>();
    Map<ByIdentity, String> same = new IdentityHashMap<>();
    for (ByIdentity each : all) {
      index.put(each, each.number);
      same.put(each, "n" + each.number);
    }
    return new Object[] {
      hashed, new ConcurrentHashMap<>(hashed), new HashSet<>(hashed.keySet()),
      new Indexed(all, index, same, new HashSet<>(List.of(all))), new HashMap<>(Map.of(new HashSet<>(hashed.values()), "set as key"))
    };
  }

  static String show(Object root) {
    if (root instanceof Indexed indexed) {
      String text = "";
      for (ByIdentity each : indexed.all()) text += indexed.index().get(each) + indexed.same().get(each) + indexed.set().contains(each);
      return text + indexed.index().size() + indexed.same().size() + indexed.set().size();
    }
    Map<Object, Object> sorted = new TreeMap<>();
    if (root instanceof Map<?, ?> map) map.forEach((k, v) -> sorted.put(text(k), v + " " + (map.get(k) == v)));
    else for (Object each : (Set<?>) root) sorted.put(text(each), ((Set<?>) root).contains(each));
    return root.getClass() + "" + sorted;
  }

  static String text(Object key) {
    return key instanceof Set<?> set ? new TreeSet<>(set.stream().map(String::valueOf).toList()).toString() : key.toString();
  }
}
