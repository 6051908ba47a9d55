package dev.entourage.preparer;

import static dev.entourage.preparer.Travel.arrives;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ContainersTravelTest {

  @Test // C17
  void keepsKindAndOrderOfContainers() {
    arrives(
        """
        class Case {
          record Key(String s) implements Comparable<Key> { public int compareTo(Key o) { return s.compareTo(o.s); } }
          enum E { A, B { }, C }
          static Object make() {
            List<Key> keys = List.of(new Key("z"), new Key("a"), new Key("m"));
            Map<Object, Object> lhm = new LinkedHashMap<>(); keys.forEach(k -> lhm.put(k, new Key(k.s() + "v")));
            EnumMap<E, Object> em = new EnumMap<>(E.class); em.put(E.B, new Key("b")); em.put(E.A, "a");
            IdentityHashMap<Object, Object> ihm = new IdentityHashMap<>(); ihm.put(keys.get(0), 1); ihm.put(new Key("z"), 2);
            BitSet bits = new BitSet(); bits.set(3); bits.set(70);
            PriorityQueue<Integer> pq = new PriorityQueue<>(Collections.reverseOrder()); pq.addAll(List.of(3, 9, 1));
            List<Object> nulls = new ArrayList<>(); nulls.add(null); nulls.add(1);
            return new ArrayList<>(Arrays.asList(
                new ArrayList<>(keys), new LinkedList<>(keys), new ArrayDeque<>(keys), lhm, new TreeMap<>(Map.of(keys.get(0), 1, keys.get(1), 2)),
                em, EnumSet.of(E.B, E.C), EnumSet.noneOf(E.class), new ConcurrentHashMap<>(Map.of(1, keys.get(0))), ihm.size(), bits, List.of(), List.of(1), List.of(1, 2, 3), Set.of(keys.get(1)), Map.of("k", keys.get(2)),
                Map.of(), Set.of(), nulls.stream().toList(), Stream_toList(keys), Collections.unmodifiableList(new ArrayList<>(keys)), Collections.unmodifiableMap(lhm), Collections.unmodifiableSet(new TreeSet<>(keys)),
                Collections.synchronizedList(new ArrayList<>(keys)), Collections.emptyList(), Collections.emptyMap(), Collections.singletonList(keys.get(0)), Collections.singletonMap("a", 1), Collections.nCopies(3, "n"),
                Arrays.asList(1, 2, 3), new ArrayList<>(keys).subList(1, 3), List.of(1, 2, 3, 4).subList(1, 3), Arrays.asList(1, 2, 3).subList(0, 2), new LinkedList<>(keys).subList(0, 1), pq.toString(), pq,
                new Vector<>(keys), new Stack<>(), new TreeSet<>(keys), new LinkedHashSet<>(keys), new CopyOnWriteArrayList<>(keys), new CopyOnWriteArraySet<>(keys), new ConcurrentLinkedQueue<>(keys),
                new ConcurrentSkipListMap<>(Map.of("q", 1)), new ConcurrentSkipListSet<>(keys), new LinkedBlockingQueue<>(keys), new ArrayBlockingQueue<>(5, false, keys), new LinkedBlockingDeque<>(keys), new PriorityBlockingQueue<>(List.of(3, 1)),
                ConcurrentHashMap.newKeySet(), Collections.newSetFromMap(new IdentityHashMap<>()), Map.entry("a", 1), new AbstractMap.SimpleEntry<>("b", 2), new AbstractMap.SimpleImmutableEntry<>("c", 3), new Properties(), new Hashtable<>(Map.of(1, 2)),
                new WeakHashMap<>(Map.of(TimeUnit.DAYS, 1))));
          }
          static <T> List<T> Stream_toList(List<T> l) { return l.stream().toList(); }
          static Object show(List<Object> all) {
            String s = "";
            for (Object o : all) s += o.getClass().getName() + o + "\\n";
            return s + new ArrayList<>((PriorityQueue<?>) all.get(35));
          }
        }
        """);
  }

  @Test // C17
  void keepsImmutablesStrictOrNot() {
    assertThat(Travel.copy(java.util.stream.Stream.of(1).toList()).contains(null)).isFalse();
    assertThatThrownBy(() -> Travel.copy(java.util.List.of(1)).contains(null))
        .isInstanceOf(NullPointerException.class);
  }

  @Test // C18
  void honoursWhatClassesSayAboutTheirSerialization() {
    arrives(
        """
        class Case {
          static class Rank extends ArrayList<Object> { int own = 5; transient int cache = 6; Encoder e = new Encoder(); }
          static class Index extends HashMap<Object, Object> { String name = "index"; }
          static class Lru extends LinkedHashMap<Integer, Integer> { Lru() { super(4, .7f, true); } protected boolean removeEldestEntry(Map.Entry<Integer, Integer> e) { return size() > 2; } }
          static class Encoder { int by = 7; transient int skipped = 8; }
          static class Custom implements Serializable {
            transient String secret = "s"; Encoder encoder = new Encoder();
            private void writeObject(ObjectOutputStream out) throws IOException { out.defaultWriteObject(); out.writeUTF(secret + "!"); }
            private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException { in.defaultReadObject(); secret = in.readUTF(); }
          }
          static class Ext implements Externalizable {
            String text = ""; public Ext() {}
            public void writeExternal(ObjectOutput out) throws IOException { out.writeUTF(text); out.writeObject(new Encoder()); }
            public void readExternal(ObjectInput in) throws IOException, ClassNotFoundException { text = in.readUTF() + ((Encoder) in.readObject()).by; }
          }
          static class Single implements Serializable { static final Single IT = new Single(); private Object readResolve() { return IT; } }
          static class Proxied implements Serializable { final int n; Proxied(int n) { this.n = n; } private Object writeReplace() { return new Stand(n); } }
          record Stand(int n) implements Serializable { private Object readResolve() { return new Proxied(n + 0); } }
          static class Base { String name = "base"; String base() { return name; } }
          static class Sub extends Base { String name = "sub"; }
          static Object make() {
            Rank r = new Rank(); r.add(new Encoder()); Index i = new Index(); i.put("k", r); Lru l = new Lru(); l.put(1, 1); l.put(2, 2); l.get(1);
            Custom c = new Custom(); c.encoder.by = 70; Ext e = new Ext(); e.text = "ext"; Sub s = new Sub(); ((Base) s).name = "BASE";
            return Arrays.asList(r, i, l, c, e, Single.IT, new Proxied(4), s, new Encoder(), new Plain());
          }
          static class Plain extends AbstractList<Integer> { int[] a = {1, 2}; public Integer get(int i) { return a[i]; } public int size() { return a.length; } }
          static Object show(List<?> all) {
            Rank r = (Rank) all.get(0); Lru l = (Lru) ((Map<?, ?>) all.get(2)); Lru copy = (Lru) l.clone(); copy.put(3, 3);
            return r.own + " " + r.cache / 7 + r.size() + ((Encoder) r.get(0)).by + r.e.by + ((Index) all.get(1)).name + (((Index) all.get(1)).get("k") == r)
                + copy + ((Custom) all.get(3)).secret.charAt(0) + ((Custom) all.get(3)).encoder.by + ((Ext) all.get(4)).text.substring(0, 3) + (all.get(5) == Single.IT)
                + ((Proxied) all.get(6)).n + ((Base) all.get(7)).base() + ((Sub) all.get(7)).name + all.get(9);
          }
        }
        """);
  }

  @Test // C18
  void leavesTransientFieldsAtTheirDefaults() {
    Worlds worlds =
        Worlds.of(
            """
            class Case {
              transient int skipped = 8; transient Object lost = "x"; int kept = 9;
              static Object make() { return new Case(); }
              static Object show(Case c) { return c.skipped + " " + c.lost + " " + c.kept; }
            }
            """);
    ClassLoader worker = worlds.worker();
    assertThat(Travel.show(worker, Travel.send(Travel.make(worlds.driver()), worker)))
        .isEqualTo("0 null 9");
  }

  @Test
  void keepsLocksWithTheirViewsAndConditions() {
    arrives(
        """
        class Case {
          final java.util.concurrent.locks.ReentrantReadWriteLock both = new java.util.concurrent.locks.ReentrantReadWriteLock(true);
          final java.util.concurrent.locks.Lock read = both.readLock(), write = both.writeLock();
          final java.util.concurrent.locks.ReentrantLock lock = new java.util.concurrent.locks.ReentrantLock();
          final java.util.concurrent.locks.Condition condition = lock.newCondition();
          final Object monitor = new Object();
          final Semaphore permits = new Semaphore(3);
          static Object make() { return new Case(); }
          static Object show(Case c) {
            c.write.lock(); String s = c.both.isWriteLocked() + "" + c.both.isFair(); c.write.unlock();
            c.read.lock(); s += c.both.getReadLockCount(); c.read.unlock();
            c.lock.lock(); c.condition.signalAll(); c.lock.unlock();
            return s + (c.both.readLock() == c.read) + c.permits.availablePermits() + (c.monitor.getClass() == Object.class);
          }
        }
        """);
  }
}
