package cases;

import dev.entourage.*;
import java.util.*;

class Pipelines {
  record Document(String id, String text) {}

  static class Encoder {
    final int by;

    Encoder(int by) {
      this.by = by;
    }

    int encode(String text) {
      return by * text.length();
    }
  }

  static class Reranker {
    final Encoder encoder;
    final Map<String, Document> passages;

    Reranker(Encoder encoder, Map<String, Document> passages) {
      this.encoder = encoder;
      this.passages = passages;
    }
  }

  static class Node {
    final RemoteFunction<Object, Object> step;
    final List<Node> next = new ArrayList<>();

    Node(RemoteFunction<Object, Object> step) {
      this.step = step;
    }

    Object run(Object input) throws Exception {
      Object output = step.apply(input);
      for (Node each : next) output = each.run(output);
      return output;
    }
  }

  static Object[] roots() {
    Map<String, Document> passages = new LinkedHashMap<>();
    passages.put("a", new Document("a", "text"));
    Reranker reranker = new Reranker(new Encoder(3), passages);
    Node inner = new Node(text -> text + ":" + reranker.encoder.encode((String) text));
    Node outer = new Node(text -> text + "!" + passages.get("a").text());
    outer.next.add(inner);
    Node nested = new Node(text -> outer.run(text) + "" + inner.run("x"));
    return new Object[] {reranker, nested, new ArrayList<>(List.of(new ArrayList<>(), outer))};
  }

  static String show(Object root) {
    try {
      if (root instanceof Reranker r) return r.encoder.encode("abcd") + "" + r.passages + (r.passages.get("a") instanceof Document);
      if (root instanceof Node node) return "" + node.run("in");
      return ((List<?>) root).get(0) + show(((List<?>) root).get(1));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
