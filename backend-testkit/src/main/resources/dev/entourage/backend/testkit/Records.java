package cases;

import java.util.*;

class Records {
  record Point(int x, long y) {}

  record Document(String id, List<Document> links, int[] words, Object any) {
    Document {
      Objects.requireNonNull(id);
      links = List.copyOf(links);
    }
  }

  record Generic<T extends Comparable<T>>(T value, Optional<T> maybe) {}

  record Empty() {}

  static Object[] roots() {
    Document leaf = new Document("leaf", List.of(), new int[] {1, 2}, new Point(3, 4));
    Document tree = new Document("tree", List.of(leaf, leaf), null, new double[][] {{1}, {}});
    return new Object[] {
      tree,
      new ArrayList<>(List.of(leaf, tree)),
      new Document[] {leaf, null, tree},
      new Generic<>("a", Optional.of("b")),
      new Empty()
    };
  }

  static String show(Object root) {
    if (root == null) return "null";
    if (root instanceof Object[] array) return root.getClass() + Arrays.stream(array).map(Records::show).toList().toString();
    if (root instanceof List<?> list) return list.stream().map(Records::show).toList().toString() + (((Document) list.get(1)).links().get(0) == list.get(0));
    if (root instanceof Document d) return d.id() + show(d.links().isEmpty() ? null : d.links().get(0)) + (d.links().size() == 2 && d.links().get(0) == d.links().get(1)) + Arrays.toString(d.words()) + (d.any() instanceof double[][] a ? Arrays.deepToString(a) : d.any());
    return root.toString();
  }
}
