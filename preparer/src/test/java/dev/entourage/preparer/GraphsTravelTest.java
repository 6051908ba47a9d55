package dev.entourage.preparer;

import static dev.entourage.preparer.Travel.arrives;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.PreparationException;
import org.junit.jupiter.api.Test;

class GraphsTravelTest {

  @Test // A1, A2, A3, C23
  void carriesPlainObjectsRecordsAndArrays() {
    arrives(
        """
        class Case {
          static final class Encoder { private final int by; private final Encoder inner; Encoder(int by, Encoder inner) { this.by = by; this.inner = inner; } int encode(int x) { return inner == null ? by * x : by * inner.encode(x); } }
          record Doc(String id, int[] words, List<Doc> links) {}
          Encoder encoder = new Encoder(3, new Encoder(2, null));
          Object[] mixed = {1, "two", 3L, 4.0, 'c', null, new int[][] {{1}, {2, 3}}, true, (byte) 1, (short) 2, 1.5f};
          List<Doc> docs = List.of(new Doc("a", new int[] {1, 2}, List.of()), new Doc("b", new int[0], new ArrayList<>()));
          Map<String, Doc> byId = new HashMap<>(Map.of("x", new Doc("x", null, null)));
          static Object make() { return new Case(); }
          static Object show(Case c) {
            return c.encoder.encode(5) + Arrays.deepToString(c.mixed) + c.docs.get(0).id() + Arrays.toString(c.docs.get(0).words())
                + c.docs.get(1).links().getClass() + c.byId.get("x") + c.docs.get(0).links();
          }
        }
        """);
  }

  @Test // A6
  void carriesLocalAnonymousInnerAndEnumClasses() {
    arrives(
        """
        class Case {
          int base = 4;
          class Inner { int up() { return base + 1; } }
          enum Op { ADD { int run(int a) { return a + 1; } }, MUL { int run(int a) { return a * 2; } }; abstract int run(int a); }
          sealed interface Shape permits Dot, Line {}
          record Dot() implements Shape {}
          static final class Line implements Shape { int length = 9; }
          interface Namer { String name(); }
          Object inner = new Inner();
          Namer anonymous() { int n = base; return new Namer() { public String name() { return "anonymous " + n + base; } }; }
          Namer local() { int n = 3; class Local implements Namer { public String name() { return "local " + n + base; } } return new Local(); }
          List<Object> all = new ArrayList<>();
          static Object make() { Case c = new Case(); c.all.addAll(List.of(c.anonymous(), c.local(), Op.ADD, Op.MUL, new Dot(), new Line())); return c; }
          static Object show(Case c) {
            return ((Inner) c.inner).up() + ((Namer) c.all.get(0)).name() + ((Namer) c.all.get(1)).name()
                + ((Op) c.all.get(2)).run(5) + ((Op) c.all.get(3)).run(5) + (c.all.get(2) == Op.ADD) + c.all.get(4) + ((Line) c.all.get(5)).length;
          }
        }
        """);
  }

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
                new WeakHashMap<>(Map.of("w", 1))));
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

  @Test // C18, C19
  void keepsCyclesThroughTheUsersCollections() {
    arrives(
        """
        class Case {
          static class Doc { Index index; Graph graph; int n; Doc(int n) { this.n = n; } }
          static class Counting<E> extends ArrayList<E> { int added; @Override public boolean add(E e) { added++; return super.add(e); } @Override public Iterator<E> iterator() { return Collections.emptyIterator(); } }
          static class Index extends Counting<Doc> { final String name; RemoteFunction<Integer, Doc> find = this::get; Index(String name) { this.name = name; } @Override public boolean add(Doc d) { d.index = this; return super.add(d); } }
          static class Graph extends HashMap<String, Doc> { int puts; @Override public Doc put(String k, Doc v) { puts++; return super.put(k + "!", v); } }
          static class Marks extends HashSet<Object> { Object owner; }
          static Object make() {
            Index i = new Index("idx"); Graph g = new Graph(); Marks m = new Marks(); m.owner = m;
            for (int n = 0; n < 3; n++) { Doc d = new Doc(n); i.add(d); g.put("k" + n, d); d.graph = g; m.add(d); }
            m.add(i); return new Object[] {i, g, m};
          }
          static Object show(Object o) throws Exception {
            Object[] all = (Object[]) o; Index i = (Index) all[0]; Graph g = (Graph) all[1]; Marks m = (Marks) all[2];
            return i.name + i.added + i.size() + i.get(2).n + (i.get(1).index == i) + (i.find.apply(1) == i.get(1)) + g.keySet().stream().sorted().toList() + g.puts + (g.get("k1!") == i.get(1)) + (g.get("k2!").graph == g)
                + (m.owner == m) + m.size() + m.contains(i.get(0));
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

  @Test // C19
  void keepsCyclesAndAliases() {
    arrives(
        """
        class Case {
          Case other; List<Object> shared; List<Object> again; Object[] array; Map<Object, Object> map; AtomicReference<Object> atomic = new AtomicReference<>();
          static Object make() {
            Case a = new Case(), b = new Case();
            a.other = b; b.other = a; a.shared = a.again = new ArrayList<>(); a.shared.add(a); a.shared.add(a.shared);
            a.array = new Object[2]; a.array[0] = a.array; a.array[1] = b;
            a.map = new HashMap<>(); a.map.put("self", a.map); a.map.put(b, a); a.atomic.set(a.atomic);
            return b;
          }
          static Object show(Case b) {
            Case a = b.other;
            return (a.other == b) + "" + (a.shared == a.again) + (a.shared.get(0) == a) + (a.shared.get(1) == a.shared) + (a.array[0] == a.array) + (a.array[1] == b)
                + (a.map.get("self") == a.map) + (a.map.get(b) == a) + a.map.size() + (a.atomic.get() == a.atomic);
          }
        }
        """);
  }

  /** Each member of the cycle is the root in turn. */
  @Test // C19
  void keepsCyclesThroughKeysThatHashTheirFields() {
    String body =
        """
        class Case {
          static class Key { String name = "k"; Object back; public int hashCode() { return name.hashCode(); } public boolean equals(Object o) { return o instanceof Key k && k.name.equals(name); } }
          static Object make() {
            Key key = new Key(); Map<Object, Object> map = new HashMap<>(); Set<Object> set = new HashSet<>();
            key.back = new Object[] {map, set}; map.put(key, set); set.add(key); set.add("other");
            return ROOT;
          }
          static Object show(Object root) {
            Key key = root instanceof Key k ? k : root instanceof Map<?, ?> m ? (Key) m.keySet().iterator().next()
                : root instanceof Object[] a ? (Key) ((Map<?, ?>) a[0]).keySet().iterator().next() : (Key) ((Set<?>) root).stream().filter(o -> o instanceof Key).findFirst().get();
            Map<?, ?> map = (Map<?, ?>) ((Object[]) key.back)[0]; Set<?> set = (Set<?>) ((Object[]) key.back)[1];
            return (map.get(key) == set) + "" + set.contains(key) + set.size() + map.size() + set.contains(new Key());
          }
        }
        """;
    for (String root : new String[] {"key", "map", "set", "key.back"}) {
      arrives(body.replace("ROOT", root));
    }
  }

  @Test // C19
  void keepsRecordCyclesThatStartAtAnObject() {
    arrives(
        """
        class Case {
          record Node(String name, List<Object> links) {}
          static Object make() { List<Object> l = new ArrayList<>(); Node n = new Node("n", l); l.add(n); return l; }
          static Object show(List<?> l) { Node n = (Node) l.get(0); return n.name() + (n.links() == l) + l.size(); }
        }
        """);
  }

  @Test // C19
  void keepsCyclesThatStartAtWhatIsMadeOfItsParts() {
    arrives(
        """
        class Case {
          record Node(Object[] links, List<Object> more) {}
          static Object make() {
            Node n = new Node(new Object[2], new ArrayList<>()); n.links()[0] = n;
            n.links()[1] = List.of(n); n.more().add(Optional.of(n)); n.more().add(n.more());
            return n;
          }
          static Object show(Node n) {
            return (n.links()[0] == n) + "" + (((List<?>) n.links()[1]).get(0) == n) + (((Optional<?>) n.more().get(0)).get() == n) + (n.more().get(1) == n.more());
          }
        }
        """);
  }

  @Test // C19
  void keepsASortedMapWhoseComparatorKnowsIt() {
    arrives(
        """
        class Case {
          static Object make() {
            Object[] box = new Object[1];
            Map<String, Object> map = new TreeMap<>((Comparator<String> & Serializable) (a, b) -> box.length * b.compareTo(a));
            box[0] = map; map.put("a", box); map.put("b", map);
            return map;
          }
          static Object show(Map<String, Object> map) { return map.keySet() + "" + (map.get("b") == map) + (((Object[]) map.get("a"))[0] == map); }
        }
        """);
  }

  @Test // C19: refused with the path
  void refusesSerializedObjectsInsideThemselves() {
    Object made =
        Travel.made(
            """
            class Case implements Serializable {
              Object held;
              private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException { in.defaultReadObject(); held.hashCode(); }
              static Object make() { Case c = new Case(); c.held = new ArrayList<>(List.of(c)); return c; }
            }
            """);
    assertThatThrownBy(() -> Travel.copy(made))
        .isInstanceOf(PreparationException.class)
        .hasMessageContaining("Case can't travel: it refers back to itself");
  }

  @Test // C19
  void keepsCyclesThroughImmutables() {
    arrives(
        """
        class Case {
          List<Case> children = List.of(); Set<Case> set; Map<Case, String> map; Optional<Case> parent = Optional.empty(); List<Case> view;
          static Object make() { Case p = new Case(), c = new Case(); c.parent = Optional.of(p); p.children = List.of(c); p.set = Set.of(p, c); p.map = Map.of(p, "p"); p.view = Collections.unmodifiableList(new ArrayList<>(List.of(c))); return p; }
          static Object show(Case p) { Case c = p.children.get(0); return (c.parent.get() == p) + "" + p.set.contains(p) + p.set.contains(c) + p.map.get(p) + (p.view.get(0) == c) + c.children; }
        }
        """);
  }

  @Test // C20
  void knowsNoLimitOfDepth() {
    arrives(
        """
        class Case {
          Case next; Object list; int n;
          static Object make() {
            Case head = null; for (int i = 0; i < 100_000; i++) { Case c = new Case(); c.next = head; c.n = i; head = c; }
            Object nested = null; for (int i = 0; i < 100_000; i++) { List<Object> l = new ArrayList<>(); l.add(nested); nested = l; }
            head.list = nested;
            return head;
          }
          static Object show(Case c) {
            long sum = 0; Object list = c.list; int depth = 0;
            for (; c != null; c = c.next) sum += c.n;
            for (; list != null; list = ((List<?>) list).get(0)) depth++;
            return sum + " " + depth;
          }
        }
        """);
  }

  @Test // C21
  void keepsSingletonsOfTheJdkThemselves() {
    assertThat(Travel.<Object>copy(java.util.Optional.empty()))
        .isSameAs(java.util.Optional.empty());
    assertThat(Travel.<Object>copy(java.util.List.of())).isSameAs(java.util.List.of());
    assertThat(Travel.<Object>copy(java.util.Collections.emptyList()))
        .isSameAs(java.util.Collections.emptyList());
    assertThat(Travel.<Object>copy(String.CASE_INSENSITIVE_ORDER))
        .isSameAs(String.CASE_INSENSITIVE_ORDER);
    assertThat(Travel.<Object>copy(java.util.Comparator.naturalOrder()))
        .isSameAs(java.util.Comparator.naturalOrder());
    assertThat(Travel.<Object>copy(java.util.Collections.reverseOrder()))
        .isSameAs(java.util.Collections.reverseOrder());
  }

  @Test // C24
  void carriesValuesOfTheJdk() {
    arrives(
        """
        class Case {
          static Object make() throws Exception {
            return Arrays.asList(LocalDate.of(2026, 11, 22), LocalTime.MIDNIGHT, LocalDateTime.MIN, Instant.ofEpochSecond(3, 7), Duration.ofMillis(3), Period.ofDays(3), ZonedDateTime.of(LocalDateTime.of(2026, 10, 25, 2, 30), ZoneId.of("Europe/Berlin")),
                OffsetDateTime.MAX, ZoneId.of("UTC"), ZoneOffset.ofHours(2), Year.of(-12345), YearMonth.of(2026, 2), MonthDay.of(2, 29), DayOfWeek.MONDAY, UUID.fromString("00000000-0000-0001-0000-000000000002"),
                new BigDecimal("1.50"), new BigInteger("12345678901234567890"), URI.create("a:b?c#d"), new URL("http://example.org/x"), java.util.regex.Pattern.compile("a+b", 2), Locale.GERMANY, Locale.forLanguageTag("sr-Latn-RS"), Optional.of("o"), Optional.empty(), OptionalInt.of(3), OptionalInt.empty(),
                OptionalLong.of(4), OptionalDouble.of(.5), new AtomicInteger(5), new AtomicLong(6), new AtomicBoolean(true), new AtomicReference<>("r"), new LongAdder(), new File("a/b"), java.nio.file.Path.of("c/d"), java.nio.charset.StandardCharsets.UTF_8, Currency.getInstance("EUR"),
                new StringBuilder("sb"), new StringBuffer("sf"), new Date(5), TimeUnit.DAYS, new java.text.DecimalFormat("0.00").format(1), int.class, String[].class, Case.class, Case[][].class, void.class, new GregorianCalendar(2026, 1, 2).getTime(), InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), TimeZone.getTimeZone("UTC").getID(), Double.NaN, Long.MIN_VALUE, "", "\\uD83D\\uDE00 \\0");
          }
          static Object show(List<?> all) {
            String s = "";
            for (Object o : all) s += o.getClass() + " " + o + "\\n";
            return s + (all.get(44) == Case.class) + (((Random) random()).nextInt() == 0);
          }
          static Object random() { return new Random(1); }
        }
        """);
  }

  @Test // B16
  void carriesMembersOfClasses() {
    arrives(
        """
        class Case {
          private int field; Case(int x) {} Case() {} private String m(int x) { return "m" + x; } static <T extends Comparable<T>> void m(T t) {}
          static Object make() throws Exception {
            Method m = Case.class.getDeclaredMethod("m", int.class); m.setAccessible(true);
            return new Object[] {m, Case.class.getDeclaredMethod("m", Comparable.class), Case.class.getDeclaredField("field"), Case.class.getDeclaredConstructor(int.class), String.class.getMethod("length"), java.lang.invoke.MethodType.methodType(Case.class, int.class)};
          }
          static Object show(Object o) throws Exception {
            Object[] all = (Object[]) o;
            return Arrays.toString(all) + ((Method) all[0]).invoke(new Case(), 3) + (((Field) all[2]).getDeclaringClass() == Case.class) + ((java.lang.invoke.MethodType) all[5]).returnType().equals(Case.class);
          }
        }
        """);
  }

  @Test // C17, C19
  void keepsEnumMapsThatHoldThemselves() {
    arrives(
        """
        class Case {
          enum E { A, B { }, C }
          static Object make() { EnumMap<E, Object> m = new EnumMap<>(E.class); m.put(E.B, List.of(m)); m.put(E.A, new EnumMap<E, E>(E.class)); return m; }
          @SuppressWarnings("unchecked")
          static Object show(EnumMap<E, Object> m) { EnumMap<E, E> inner = (EnumMap<E, E>) m.get(E.A); inner.put(E.C, E.B); String s = inner.toString(); inner.clear(); return (((List<?>) m.get(E.B)).get(0) == m) + s + m.keySet(); }
        }
        """);
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

  @Test // C24
  void carriesProxiesWithALambdaHandler() {
    arrives(
        """
        class Case {
          interface Greeter { String greet(String who); }
          interface Handler extends InvocationHandler, Serializable {}
          static Object make() {
            String hello = "hello ";
            Handler h = (proxy, method, args) -> hello + method.getName() + args[0];
            return java.lang.reflect.Proxy.newProxyInstance(Case.class.getClassLoader(), new Class<?>[] {Greeter.class, Runnable.class}, h);
          }
          static Object show(Object g) { return ((Greeter) g).greet("you") + (g instanceof Runnable); }
        }
        """);
  }

  @Test // E37
  void carriesThrowables() {
    arrives(
        """
        class Case {
          static class Mine extends IllegalStateException { final int code; final transient int skipped = 3; Object context = new StringBuilder("ctx"); Mine(String m, Throwable cause, int code) { super(m, cause); this.code = code; } @Override public String getMessage() { return super.getMessage() + " code " + code; } }
          static Object make() {
            Mine m = new Mine("boom", new IOException("io"), 42);
            m.addSuppressed(new IllegalArgumentException("s"));
            return List.of(m, new InvocationTargetException(new Error("e"), "i"), new ArrayIndexOutOfBoundsException(3));
          }
          static Object show(List<Throwable> all) {
            Mine m = (Mine) all.get(0);
            return m + " " + m.code + m.context + m.getCause() + m.getSuppressed()[0] + m.getStackTrace()[0] + m.getStackTrace().length + all.get(1).getCause() + all.get(1).getMessage() + all.get(2).getMessage();
          }
        }
        """);
  }
}
