package cases;

import java.io.Serializable;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.Function;

class SortedByLambda {
  record Document(String text, int rank) {}

  interface Order<T> extends Comparator<T>, Serializable {}

  static Object[] roots() {
    int sign = -1;
    Order<Document> byRank = (a, b) -> sign * Integer.compare(a.rank(), b.rank());
    Comparator<Document> byText = Comparator.comparing((Function<Document, String> & Serializable) Document::text).reversed();
    List<Document> all = List.of(new Document("a", 2), new Document("b", 3), new Document("c", 1));
    SortedMap<Document, String> map = new TreeMap<>(byRank);
    for (Document each : all) map.put(each, each.text());
    SortedSet<Document> set = new TreeSet<>(byText);
    set.addAll(all);
    Queue<Document> queue = new PriorityQueue<>(byRank);
    queue.addAll(all);
    SortedMap<Document, String> skip = new ConcurrentSkipListMap<>(byRank);
    skip.putAll(map);
    return new Object[] {map, set, queue, skip, new TreeMap<>(String.CASE_INSENSITIVE_ORDER), new TreeSet<>(Comparator.<String>reverseOrder())};
  }

  @SuppressWarnings("unchecked")
  static String show(Object root) {
    Document added = new Document("bb", 0);
    String text = root.getClass() + root.toString();
    if (root instanceof SortedMap<?, ?> map) {
      if (!map.isEmpty()) {
        ((SortedMap<Document, String>) map).put(added, "new");
        text += map;
        map.remove(added);
        text += map.get(new Document("other", 3));
      } else text += map.comparator().getClass();
    } else if (root instanceof Collection<?> all && !all.isEmpty()) {
      ((Collection<Document>) all).add(added);
      text += all;
      all.remove(added);
    }
    return text;
  }
}
