package dev.entourage.backend.kryo;

import com.esotericsoftware.kryo.Serializer;
import dev.entourage.spi.NormalForm;
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
import java.util.Queue;
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
 * @param ordered whether it is made with a comparator, or with the order of its entries
 * @param inspects whether it hashes or compares what it holds
 * @param collection makes an empty collection; null for a map
 * @param map makes an empty map; null for a collection
 */
record JdkType(
    Class<?> type,
    boolean ordered,
    boolean inspects,
    Function<Object, Collection<Object>> collection,
    Function<Object, Map<Object, Object>> map) {

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
          sorts(TreeSet.class, c -> new TreeSet<>(order(c))),
          sorts(ConcurrentSkipListSet.class, c -> new ConcurrentSkipListSet<>(order(c))),
          sorts(PriorityQueue.class, c -> new PriorityQueue<>(order(c))),
          sorts(PriorityBlockingQueue.class, c -> new PriorityBlockingQueue<>(11, order(c))),
          map(HashMap.class, false, true, c -> new HashMap<>()),
          map(LinkedHashMap.class, true, true, c -> new LinkedHashMap<>(16, 0.75f, c != null)),
          map(Hashtable.class, false, true, c -> new Hashtable<>()),
          map(WeakHashMap.class, false, true, c -> new WeakHashMap<>()),
          map(ConcurrentHashMap.class, false, true, c -> new ConcurrentHashMap<>()),
          map(IdentityHashMap.class, false, false, c -> new IdentityHashMap<>()),
          map(TreeMap.class, true, true, c -> new TreeMap<>(order(c))),
          map(ConcurrentSkipListMap.class, true, true, c -> new ConcurrentSkipListMap<>(order(c))));

  static List<JdkType> all() {
    return ALL;
  }

  private static JdkType stores(Class<?> type, Function<Object, Collection<Object>> maker) {
    return new JdkType(type, false, false, maker, null);
  }

  private static JdkType hashes(Class<?> type, Function<Object, Collection<Object>> maker) {
    return new JdkType(type, false, true, maker, null);
  }

  private static JdkType sorts(Class<?> type, Function<Object, Collection<Object>> maker) {
    return new JdkType(type, true, true, maker, null);
  }

  private static JdkType map(
      Class<?> type,
      boolean ordered,
      boolean inspects,
      Function<Object, Map<Object, Object>> maker) {
    return new JdkType(type, ordered, inspects, null, maker);
  }

  Serializer<?> serializer(NormalForm normalForm, References references, Cycles cycles) {
    return map == null
        ? new CollectionSerializer(this, normalForm, references, cycles)
        : new MapSerializer(this, normalForm, references, cycles);
  }

  @SuppressWarnings("unchecked")
  private static Comparator<Object> order(Object comparator) {
    return (Comparator<Object>) comparator;
  }

  /** Says whether a priority queue is in order. */
  static boolean isHeap(Queue<?> queue) {
    Comparator<Object> order =
        naturalOr(
            queue instanceof PriorityQueue<?> heap
                ? heap.comparator()
                : ((PriorityBlockingQueue<?>) queue).comparator());
    Object[] elements = queue.toArray();
    for (int i = 1; i < elements.length; i++) {
      if (order.compare(elements[(i - 1) / 2], elements[i]) > 0) {
        return false;
      }
    }
    return true;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Comparator<Object> naturalOr(Comparator<?> comparator) {
    return (Comparator) (comparator == null ? Comparator.naturalOrder() : comparator);
  }
}
