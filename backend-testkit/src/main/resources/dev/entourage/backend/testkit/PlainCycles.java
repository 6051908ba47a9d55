package cases;

import java.util.*;
import java.util.concurrent.atomic.AtomicReference;

class PlainCycles {
  static class Node {
    final String name;
    Node other;
    List<Object> list;
    Object again;
    Object[] array;
    Map<Object, Object> map;
    final AtomicReference<Object> atomic = new AtomicReference<>();

    Node(String name) {
      this.name = name;
    }
  }

  static Object[] roots() {
    Node a = new Node("a");
    Node b = new Node("b");
    a.other = b;
    b.other = a;
    a.list = new ArrayList<>(List.of(a, b));
    a.list.add(a.list);
    a.again = a.list;
    a.array = new Object[] {b, null, a.list};
    a.array[1] = a.array;
    a.map = new HashMap<>(Map.of("self", a, b, "b"));
    a.map.put("map", a.map);
    a.atomic.set(a);
    b.list = a.list;
    b.array = a.array;
    b.map = a.map;
    return new Object[] {a, b, a.list, a.array, a.map};
  }

  static String show(Object root) {
    Node a = root instanceof Node n ? (n.name.equals("a") ? n : n.other) : root instanceof List<?> l ? (Node) l.get(0) : root instanceof Object[] o ? ((Node) o[0]).other : (Node) ((Map<?, ?>) root).get("self");
    Node b = a.other;
    return a.name + b.name + (b.other == a) + (a.list == a.again) + (a.list.get(0) == a) + (a.list.get(1) == b) + (a.list.get(2) == a.list) + a.list.size()
        + (a.array[0] == b) + (a.array[1] == a.array) + (a.array[2] == a.list) + (a.map.get("self") == a) + (a.map.get(b)) + (a.map.get("map") == a.map) + a.map.size()
        + (a.atomic.get() == a || a.atomic.get() == null) + (a.atomic.get() == a) + (b.list == a.list) + (b.array == a.array) + (b.map == a.map);
  }
}
