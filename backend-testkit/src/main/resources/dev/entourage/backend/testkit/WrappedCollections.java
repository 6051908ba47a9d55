package cases;

import java.util.*;

class WrappedCollections {
  record Views(List<Object> list, List<Object> view, Map<Object, Object> map, Map<Object, Object> locked) {}

  static Object[] roots() {
    List<Object> list = new ArrayList<>(List.of("a"));
    Map<Object, Object> map = new LinkedHashMap<>(Map.of("k", list));
    return new Object[] {
      new Views(list, Collections.unmodifiableList(list), map, Collections.synchronizedMap(map)),
      Collections.unmodifiableSet(new TreeSet<>(List.of("x", "y"))),
      Collections.synchronizedList(new LinkedList<>(list)),
      Collections.unmodifiableMap(map),
      Collections.checkedList(new ArrayList<>(list), Object.class),
      Collections.newSetFromMap(new LinkedHashMap<>()),
      new TreeMap<>(Map.of("a", 1, "b", 2, "c", 3)).descendingMap().lastKey()
    };
  }

  static String show(Object root) {
    if (!(root instanceof Views views)) return root.getClass().getName() + root;
    views.list().add("b");
    views.map().put("new", 1);
    String text = views.view().getClass().getName() + views.view() + views.locked().getClass().getName() + views.locked();
    views.list().remove("b");
    views.map().remove("new");
    return text + (views.map().get("k") == views.list());
  }
}
