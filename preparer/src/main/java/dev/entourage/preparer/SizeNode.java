package dev.entourage.preparer;

import dev.entourage.Explanation.SizeEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The objects at one path: one, or all that have the same names and classes on their way. */
final class SizeNode {

  /** The step to all elements of a large container. */
  static final String EACH = "[*]";

  /** A deeper node adds what is below to itself. */
  private static final int DEEPEST = 24;

  /** More kinds of elements than this aren't told apart. */
  private static final int WIDEST = 1000;

  private record Key(String label, String type) {}

  private final SizeNode parent;
  private final String label;
  private final String type;
  private final int depth;
  private final boolean many;
  private final Map<Key, SizeNode> children = new LinkedHashMap<>();
  private long objects;
  private long bytes;

  private SizeNode(SizeNode parent, String label, String type) {
    this.parent = parent;
    this.label = label;
    this.type = type;
    this.depth = parent == null ? 0 : parent.depth + 1;
    this.many = label.equals(EACH) || parent != null && parent.many;
  }

  static SizeNode root(String type) {
    return new SizeNode(null, "", type);
  }

  /** Whether its objects are elements, or parts of elements, which are told together. */
  boolean isMany() {
    return many;
  }

  /** The node of a part. Links of a chain are one node, however long it is. */
  SizeNode child(String step, String of) {
    for (SizeNode node = this; node != null; node = node.parent) {
      if (node.label.equals(step) && node.type.equals(of) && !step.equals(EACH)) {
        return node;
      }
    }
    Key key = new Key(step, of);
    SizeNode known = children.get(key);
    if (known == null && (depth == DEEPEST || children.size() == WIDEST)) {
      return this;
    }
    return known != null ? known : children.computeIfAbsent(key, k -> new SizeNode(this, step, of));
  }

  void count(long more) {
    objects++;
    bytes += more;
  }

  /** Something that is no object of its own, such as a reference. */
  void weigh(long more) {
    bytes += more;
  }

  SizeEntry entry() {
    return entry(type, new ArrayList<>());
  }

  private SizeEntry entry(String root, List<String> steps) {
    String step = objects == 1 || label.isEmpty() ? label : "%s × %,d".formatted(label, objects);
    if (!label.isEmpty()) {
      steps.add(step);
    }
    List<SizeEntry> below = children.values().stream().map(c -> c.entry(root, steps)).toList();
    String path = PathText.of(root, steps, type);
    if (!label.isEmpty()) {
      steps.remove(steps.size() - 1);
    }
    long all = bytes + below.stream().mapToLong(SizeEntry::bytes).sum();
    return new SizeEntry(path, step, type, objects, bytes, all, below);
  }
}
