package dev.entourage.preparer;

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
import java.util.Set;
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
 * The JDK's collections that are made empty by a public constructor and then filled: they are no
 * forms, a backend writes their elements, so that cycles may lead through them. Only these very
 * classes are meant, no subclasses. Thread-safe.
 *
 * @since 0.1
 */
public final class JdkCollections {

  /** Those that most programs use come first: their numbers are told in fewer bytes. */
  private static final Map<Class<?>, Function<Comparator<Object>, Collection<Object>>> COLLECTIONS =
      ordered(
          Map.entry(ArrayList.class, c -> new ArrayList<>()),
          Map.entry(HashSet.class, c -> new HashSet<>()),
          Map.entry(LinkedHashSet.class, c -> new LinkedHashSet<>()),
          Map.entry(TreeSet.class, TreeSet::new),
          Map.entry(ArrayDeque.class, c -> new ArrayDeque<>()),
          Map.entry(LinkedList.class, c -> new LinkedList<>()),
          Map.entry(CopyOnWriteArrayList.class, c -> new CopyOnWriteArrayList<>()),
          Map.entry(PriorityQueue.class, PriorityQueue::new),
          Map.entry(Vector.class, c -> new Vector<>()),
          Map.entry(Stack.class, c -> new Stack<>()),
          Map.entry(ConcurrentLinkedQueue.class, c -> new ConcurrentLinkedQueue<>()),
          Map.entry(ConcurrentLinkedDeque.class, c -> new ConcurrentLinkedDeque<>()),
          Map.entry(CopyOnWriteArraySet.class, c -> new CopyOnWriteArraySet<>()),
          Map.entry(ConcurrentSkipListSet.class, ConcurrentSkipListSet::new),
          Map.entry(PriorityBlockingQueue.class, c -> new PriorityBlockingQueue<>(11, c)));

  private static final Map<Class<?>, Function<Comparator<Object>, Map<Object, Object>>> MAPS =
      ordered(
          Map.entry(HashMap.class, c -> new HashMap<>()),
          Map.entry(LinkedHashMap.class, c -> new LinkedHashMap<>()),
          Map.entry(TreeMap.class, TreeMap::new),
          Map.entry(ConcurrentHashMap.class, c -> new ConcurrentHashMap<>()),
          Map.entry(ConcurrentSkipListMap.class, ConcurrentSkipListMap::new),
          Map.entry(IdentityHashMap.class, c -> new IdentityHashMap<>()),
          Map.entry(WeakHashMap.class, c -> new WeakHashMap<>()),
          Map.entry(Hashtable.class, c -> new Hashtable<>()));

  private static final List<Class<?>> COLLECTIONS_BY_NUMBER = List.copyOf(COLLECTIONS.keySet());
  private static final List<Class<?>> MAPS_BY_NUMBER = List.copyOf(MAPS.keySet());

  private static final Set<Class<?>> STORES_ONLY =
      Set.of(
          ArrayList.class,
          LinkedList.class,
          ArrayDeque.class,
          Vector.class,
          Stack.class,
          ConcurrentLinkedQueue.class,
          ConcurrentLinkedDeque.class,
          CopyOnWriteArrayList.class,
          IdentityHashMap.class);

  private static final Set<Class<?>> SORTED =
      Set.of(
          TreeSet.class,
          ConcurrentSkipListSet.class,
          PriorityQueue.class,
          PriorityBlockingQueue.class,
          TreeMap.class,
          ConcurrentSkipListMap.class);

  private JdkCollections() {}

  @SafeVarargs
  private static <T> Map<Class<?>, T> ordered(Map.Entry<Class<?>, T>... entries) {
    Map<Class<?>, T> ordered = new LinkedHashMap<>();
    for (Map.Entry<Class<?>, T> entry : entries) {
      ordered.put(entry.getKey(), entry.getValue());
    }
    return ordered;
  }

  /** The number of one of the collections, or of one of the maps: the same in each JVM. */
  static int number(Class<?> type) {
    return isMap(type) ? MAPS_BY_NUMBER.indexOf(type) : COLLECTIONS_BY_NUMBER.indexOf(type);
  }

  /** Returns the collections by their numbers. */
  static List<Class<?>> collections() {
    return COLLECTIONS_BY_NUMBER;
  }

  /** Returns the maps by their numbers. */
  static List<Class<?>> maps() {
    return MAPS_BY_NUMBER;
  }

  /**
   * Says whether a class is one of the collections.
   *
   * @param type the class of an object
   * @return true for {@code ArrayList} and its like
   */
  public static boolean isCollection(Class<?> type) {
    return COLLECTIONS.containsKey(type);
  }

  /**
   * Says whether a class is one of the maps.
   *
   * @param type the class of an object
   * @return true for {@code HashMap} and its like
   */
  public static boolean isMap(Class<?> type) {
    return MAPS.containsKey(type);
  }

  /**
   * Says whether a collection or map is made with a comparator, which may be null.
   *
   * @param type the class of a collection or map
   * @return true for {@code TreeMap} and its like
   */
  public static boolean isSorted(Class<?> type) {
    return SORTED.contains(type);
  }

  /**
   * Says whether adding an element hashes or compares it, so that it must be complete by then.
   *
   * @param type the class of a collection or map
   * @return false for lists, deques and the identity map
   */
  public static boolean inspects(Class<?> type) {
    return !STORES_ONLY.contains(type);
  }

  /**
   * Returns the comparator of a sorted collection or map.
   *
   * @param value an object of a class for which {@link #isSorted} said true
   * @return its comparator, null for the natural order
   */
  public static Comparator<?> comparator(Object value) {
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

  /**
   * Makes an empty collection.
   *
   * @param type a class for which {@link #isCollection} said true
   * @param comparator its comparator; null for the natural order, or where it has none
   * @return a new collection
   */
  @SuppressWarnings("unchecked")
  public static Collection<Object> newCollection(Class<?> type, Comparator<?> comparator) {
    return COLLECTIONS.get(type).apply((Comparator<Object>) comparator);
  }

  /**
   * Makes an empty map.
   *
   * @param type a class for which {@link #isMap} said true
   * @param comparator its comparator; null for the natural order, or where it has none
   * @return a new map
   */
  @SuppressWarnings("unchecked")
  public static Map<Object, Object> newMap(Class<?> type, Comparator<?> comparator) {
    return MAPS.get(type).apply((Comparator<Object>) comparator);
  }
}
