package cases;

import java.util.*;

class RecordsInCycles {
  record Node(String name, List<Object> links, Map<String, Object> map, Object[] array) {}

  static Object[] roots() {
    Node node = new Node("n", new ArrayList<>(), new HashMap<>(), new Object[2]);
    node.links().add(node);
    node.map().put("node", node);
    node.array()[0] = node;
    node.array()[1] = node.links();
    return new Object[] {node.links(), node.map(), node.array(), node};
  }

  static String show(Object root) {
    Node node = root instanceof Node n ? n : root instanceof List<?> l ? (Node) l.get(0) : root instanceof Map<?, ?> m ? (Node) m.get("node") : (Node) ((Object[]) root)[0];
    return node.name() + (node.links().get(0) == node) + (node.map().get("node") == node) + (node.array()[0] == node) + (node.array()[1] == node.links()) + node.links().size();
  }
}
