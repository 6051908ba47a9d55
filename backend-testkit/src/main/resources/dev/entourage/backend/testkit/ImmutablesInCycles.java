package cases;

import java.util.*;

class ImmutablesInCycles {
  static class Node {
    String name;
    List<Node> children = List.of();
    Optional<Node> parent = Optional.empty();
    Set<Node> set = Set.of();
    Map<Node, String> map = Map.of();
    List<Node> view;

    Node(String name) {
      this.name = name;
    }
  }

  static class Valued {
    Set<Valued> peers = Set.of();
    String name;

    Valued(String name) {
      this.name = name;
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Valued valued && valued.name.equals(name);
    }
  }

  static Object[] roots() {
    Node parent = new Node("parent");
    Node child = new Node("child");
    child.parent = Optional.of(parent);
    parent.children = List.of(child, parent);
    parent.set = Set.of(parent, child);
    parent.map = Map.of(parent, "p", child, "c");
    parent.view = Collections.unmodifiableList(new ArrayList<>(List.of(parent)));
    Valued valued = new Valued("v");
    valued.peers = Set.of(valued, new Valued("w"));
    return new Object[] {parent, child, parent.children, parent.set, parent.map, parent.view, valued, valued.peers};
  }

  static String show(Object root) {
    if (root instanceof Valued v) return v.peers.size() + "" + v.peers.contains(v) + v.peers.contains(new Valued("w"));
    if (root instanceof Set<?> s && s.iterator().next() instanceof Valued) return show(s.stream().filter(v -> ((Valued) v).name.equals("v")).findFirst().get());
    Node some = root instanceof Node n ? n : root instanceof Map<?, ?> m ? (Node) m.keySet().iterator().next() : (Node) ((Collection<?>) root).iterator().next();
    Node parent = some.parent.orElse(some);
    Node child = parent.children.get(0);
    return parent.name + child.name + (child.parent.get() == parent) + (parent.children.get(1) == parent) + parent.set.contains(parent) + parent.set.contains(child) + parent.map.get(parent) + parent.map.get(child) + (parent.view.get(0) == parent);
  }
}
