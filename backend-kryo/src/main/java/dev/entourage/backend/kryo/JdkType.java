package dev.entourage.backend.kryo;

import com.esotericsoftware.kryo.Serializer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.Stack;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Vector;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.function.Function;

/**
 * A class of the JDK that is no form. Their order is part of the stream: it gives them numbers.
 *
 * @param type the very class, no subclass
 * @param sorted whether it is made with a comparator
 * @param inspects whether it hashes or compares what it holds
 * @param collection makes an empty collection; null for a map
 * @param map makes an empty map; null for a collection
 */
record JdkType(
    Class<?> type,
    boolean sorted,
    boolean inspects,
    Function<Comparator<Object>, Collection<Object>> collection,
    Function<Comparator<Object>, Map<Object, Object>> map) {

  private static final List<JdkType> ALL =
      List.of(
          stores(ArrayList.class, c -> new ArrayList<>()),
          stores(LinkedList.class, c -> new LinkedList<>()),
          stores(ArrayDeque.class, c -> new ArrayDeque<>()),
          stores(Vector.class, c -> new Vector<>()),
          stores(Stack.class, c -> new Stack<>()),
          stores(ConcurrentLinkedQueue.class, c -> new ConcurrentLinkedQueue<>()),
          stores(ConcurrentLinkedDeque.class, c -> new ConcurrentLinkedDeque<>()),
          stores(CopyOnWriteArrayList.class, c -> new CopyOnWriteArrayList<>()),
          hashes(CopyOnWriteArraySet.class, c -> new CopyOnWriteArraySet<>()),
          hashes(HashSet.class, c -> new HashSet<>()),
          hashes(LinkedHashSet.class, c -> new LinkedHashSet<>()),
          sorts(TreeSet.class, TreeSet::new),
          sorts(ConcurrentSkipListSet.class, ConcurrentSkipListSet::new),
          sorts(PriorityQueue.class, PriorityQueue::new),
          sorts(PriorityBlockingQueue.class, c -> new PriorityBlockingQueue<>(11, c)),
          map(HashMap.class, false, true, c -> new HashMap<>()),
          map(LinkedHashMap.class, false, true, c -> new LinkedHashMap<>()),
          map(Hashtable.class, false, true, c -> new Hashtable<>()),
          map(WeakHashMap.class, false, true, c -> new WeakHashMap<>()),
          map(ConcurrentHashMap.class, false, true, c -> new ConcurrentHashMap<>()),
          map(IdentityHashMap.class, false, false, c -> new IdentityHashMap<>()),
          map(TreeMap.class, true, true, TreeMap::new),
          map(ConcurrentSkipListMap.class, true, true, ConcurrentSkipListMap::new));

  static List<JdkType> all() {
    return ALL;
  }

  private static JdkType stores(
      Class<?> type, Function<Comparator<Object>, Collection<Object>> maker) {
    return new JdkType(type, false, false, maker, null);
  }

  private static JdkType hashes(
      Class<?> type, Function<Comparator<Object>, Collection<Object>> maker) {
    return new JdkType(type, false, true, maker, null);
  }

  private static JdkType sorts(
      Class<?> type, Function<Comparator<Object>, Collection<Object>> maker) {
    return new JdkType(type, true, true, maker, null);
  }

  private static JdkType map(
      Class<?> type,
      boolean sorted,
      boolean inspects,
      Function<Comparator<Object>, Map<Object, Object>> maker) {
    return new JdkType(type, sorted, inspects, null, maker);
  }

  Serializer<?> serializer(References references, Cycles cycles) {
    return map == null
        ? new CollectionSerializer(this, references, cycles)
        : new MapSerializer(this, references, cycles);
  }

  Collection<Object> newCollection(Comparator<Object> comparator) {
    return collection.apply(comparator);
  }

  Map<Object, Object> newMap(Comparator<Object> comparator) {
    return map.apply(comparator);
  }

  /** Returns the comparator of a sorted collection or map; null for the natural order. */
  static Comparator<?> comparator(Object value) {
    if (value instanceof SortedMap<?, ?> map) {
      return map.comparator();
    }
    if (value instanceof SortedSet<?> set) {
      return set.comparator();
    }
    return value instanceof PriorityQueue<?> queue
        ? queue.comparator()
        : ((PriorityBlockingQueue<?>) value).comparator();
  }
}
