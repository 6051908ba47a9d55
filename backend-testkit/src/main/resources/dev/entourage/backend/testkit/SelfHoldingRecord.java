package cases;

class SelfHoldingRecord {
  record Node(Object[] links) {}

  static Object[] roots() {
    Node node = new Node(new Object[1]);
    node.links()[0] = node;
    return new Object[] {node};
  }

  static String show(Object root) {
    return "" + (((Node) root).links()[0] == root);
  }
}
