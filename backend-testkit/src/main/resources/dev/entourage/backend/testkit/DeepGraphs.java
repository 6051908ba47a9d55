package cases;

import dev.entourage.RemoteCallable;
import java.util.*;

class DeepGraphs {
  static class Link {
    Link next;
    int number;
  }

  record Nested(Nested inner, int number) {}

  static Object[] deep(int depth) {
    Link link = null;
    Nested nested = null;
    List<Object> list = new ArrayList<>();
    Map<String, Object> map = new HashMap<>();
    for (int i = 1; i <= depth; i++) {
      Link next = new Link();
      next.next = link;
      next.number = i;
      link = next;
      nested = new Nested(nested, i);
      list = new ArrayList<>(Collections.singletonList(list));
      map = new HashMap<>(Collections.singletonMap("m", map));
    }
    return new Object[] {link, nested, list, map};
  }

  static String show(Object root) {
    int depth = 0;
    if (root instanceof Link) for (Link l = (Link) root; l != null; l = l.next) depth += l.next == null || l.number == l.next.number + 1 ? 1 : 0;
    if (root instanceof Nested) for (Nested n = (Nested) root; n != null; n = n.inner()) depth++;
    if (root instanceof List<?>) for (List<?> l = (List<?>) root; !l.isEmpty(); l = (List<?>) l.get(0)) depth++;
    if (root instanceof Map<?, ?>) for (Map<?, ?> m = (Map<?, ?>) root; !m.isEmpty(); m = (Map<?, ?>) m.get("m")) depth++;
    return root.getClass().getSimpleName() + depth;
  }
}
