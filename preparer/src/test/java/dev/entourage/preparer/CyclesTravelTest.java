package dev.entourage.preparer;

import static dev.entourage.preparer.Travel.arrives;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.PreparationException;
import org.junit.jupiter.api.Test;

class CyclesTravelTest {

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
}
