package cases;

import java.util.*;
import java.util.stream.*;

class ImmutableCollections {
  record Key(String text) {}

  static Object[] roots() {
    Key key = new Key("k");
    return new Object[] {
      List.of(), List.of(1), List.of(1, key), List.of(1, 2, key), Set.of(), Set.of(key), Set.of(key, new Key("l"), 3),
      Map.of(), Map.of(key, "v"), Map.of(key, "v", new Key("l"), key), List.copyOf(new ArrayList<>(List.of(key))),
      Stream.of(1, null, key).toList(), Stream.of(1).collect(Collectors.toUnmodifiableSet()), List.of(1, 2, 3, 4).subList(1, 3),
      Map.entry(key, "v"), Collections.emptyList(), Collections.emptySet(), Collections.emptyMap(), Collections.singletonList(key),
      Collections.singleton(key), Collections.singletonMap(key, 1), Collections.nCopies(3, key), Optional.of(key), Optional.empty(),
      OptionalInt.of(3), OptionalInt.empty(), Arrays.asList(1, null, key), Arrays.asList(new Key[] {key}), new ArrayList<>(List.of(1, 2, 3)).subList(1, 3)
    };
  }

  static String show(Object root) {
    String text = root.getClass().getName() + sorted(root) + frozen(root);
    text += (root == Optional.empty()) + "" + (root == Collections.emptyList()) + (root == Collections.emptyMap());
    if (root instanceof Set<?> set) for (Object each : set) text += set.contains(each);
    if (root instanceof Map<?, ?> map) for (Object each : map.keySet()) text += map.containsKey(each);
    return text;
  }

  /** The order of Set.of and Map.of changes from JVM to JVM. */
  static Object sorted(Object root) {
    if (root instanceof Set<?> set) return new TreeSet<>(set.stream().map(String::valueOf).toList());
    if (root instanceof Map<?, ?> map) return new TreeSet<>(map.entrySet().stream().map(String::valueOf).toList());
    return root;
  }

  @SuppressWarnings("unchecked")
  static boolean frozen(Object root) {
    if (!(root instanceof Collection<?>)) return false;
    try {
      Collection<Object> all = (Collection<Object>) root;
      all.add("new");
      all.remove("new");
      return false;
    } catch (UnsupportedOperationException e) {
      return true;
    }
  }
}
