package cases;

import java.util.*;
import java.util.concurrent.*;

class MutableCollections {
  record Key(String text) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return text.compareTo(other.text);
    }
  }

  static Object[] roots() {
    List<Key> keys = List.of(new Key("z"), new Key("a"), new Key("m"));
    Map<Key, Object> map = new LinkedHashMap<>();
    for (Key key : keys) map.put(key, new ArrayList<>(List.of(key, key.text())));
    List<Object> withNulls = new ArrayList<>(Arrays.asList(null, 1, null));
    BitSet bits = new BitSet();
    bits.set(3);
    bits.set(700);
    Properties properties = new Properties();
    properties.setProperty("a", "b");
    return new Object[] {
      new ArrayList<>(keys), withNulls, new LinkedList<>(withNulls), new ArrayDeque<>(keys), new Vector<>(keys), new Stack<>(),
      new ConcurrentLinkedQueue<>(keys), new ConcurrentLinkedDeque<>(keys), new CopyOnWriteArrayList<>(keys), new CopyOnWriteArraySet<>(keys),
      new HashSet<>(keys), new LinkedHashSet<>(keys), new TreeSet<>(keys), new ConcurrentSkipListSet<>(keys), new PriorityQueue<>(keys),
      new PriorityQueue<>(3, Collections.reverseOrder()), new PriorityBlockingQueue<>(keys), new LinkedBlockingQueue<>(keys), new ArrayBlockingQueue<>(9, true, keys),
      new LinkedBlockingDeque<>(keys), new HashMap<>(map), map, new Hashtable<>(map), new TreeMap<>(map), new ConcurrentHashMap<>(map),
      new ConcurrentSkipListMap<>(map), new WeakHashMap<>(Map.of(TimeUnit.DAYS, 1)), bits, properties, ConcurrentHashMap.newKeySet(),
      new ArrayList<>(List.of(new ArrayList<>(List.of(new ArrayList<>())))), new HashMap<>(), new ArrayList<>(),
      new TreeMap<>(map).descendingMap().firstEntry().getValue()
    };
  }

  static String show(Object root) {
    String text = root.getClass().getName() + (isOrdered(root) ? root : sorted(root));
    if (root instanceof Collection<?> all) for (Object each : all) text += all.contains(each);
    if (root instanceof Map<?, ?> all) for (Object each : all.keySet()) text += all.get(each) != null;
    return text;
  }

  /** The order of a plain HashMap depends on how it came to be. */
  static boolean isOrdered(Object root) {
    return root instanceof LinkedHashMap || root instanceof LinkedHashSet || !(root instanceof HashMap || root instanceof HashSet || root instanceof Hashtable || root instanceof ConcurrentHashMap);
  }

  static Object sorted(Object root) {
    Collection<?> all = root instanceof Map<?, ?> map ? map.entrySet() : (Set<?>) root;
    return new TreeSet<>(all.stream().map(String::valueOf).toList());
  }
}
