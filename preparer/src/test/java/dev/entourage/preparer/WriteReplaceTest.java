package dev.entourage.preparer;

import static dev.entourage.preparer.Travel.arrives;

import org.junit.jupiter.api.Test;

/** C18, C19: objects with {@code writeReplace} within objects with {@code writeObject}. */
class WriteReplaceTest {

  @Test
  void anObjectThatReplacesItselfIsReplacedOnce() {
    arrives(
        """
        class Case implements Serializable {
          private static final long serialVersionUID = 1L;
          static final class Name implements Serializable {
            private static final long serialVersionUID = 1L;
            transient String text; String packed;
            Name(String text) { this.text = text; }
            Object writeReplace() { Name n = new Name(null); n.packed = text.toUpperCase(); return n; }
            Object readResolve() { return new Name(packed.toLowerCase()); }
          }
          Name name = new Name("a");
          private void writeObject(ObjectOutputStream out) throws IOException { out.defaultWriteObject(); }
          static Object make() { return new Case(); }
          static Object show(Case c) { return c.name.text + c.name.packed; }
        }
        """);
  }

  @Test
  void anObjectThatTwoHoldStaysOne() {
    arrives(
        """
        class Case {
          static final class Box implements Serializable {
            private static final long serialVersionUID = 1L;
            final Object content;
            Box(Object content) { this.content = content; }
            private void writeObject(ObjectOutputStream out) throws IOException { out.defaultWriteObject(); }
          }
          static final class Date implements Serializable {
            private static final long serialVersionUID = 1L;
            final int day;
            Date(int day) { this.day = day; }
            Object writeReplace() { return new Packed(day); }
          }
          static final class Packed implements Serializable {
            private static final long serialVersionUID = 1L;
            final int number;
            Packed(int number) { this.number = number; }
            Object readResolve() { return new Date(number); }
          }
          static Object make() { Date d = new Date(4); return new Object[] {new Box(d), d, new Box(d), new Box(List.of(d))}; }
          static Object show(Object[] all) {
            Object first = ((Box) all[0]).content;
            return ((Date) first).day + " " + (first == all[1]) + (first == ((Box) all[2]).content) + (first == ((List<?>) ((Box) all[3]).content).get(0));
          }
        }
        """);
  }

  /** As Gson's maps do: a field of their own class couldn't hold what arrives. */
  @Test
  void anObjectThatBecomesAStrangerForGoodStaysItself() {
    arrives(
        """
        class Case {
          static final class Entries extends AbstractMap<String, Object> implements Serializable {
            private static final long serialVersionUID = 1L;
            final Comparator<String> order; final Link header = new Link(null, null);
            Entries(Comparator<String> order) { this.order = order; header.next = header; header.previous = header; }
            static final class Link implements Map.Entry<String, Object> {
              final String key; Object value; Link next; Link previous;
              Link(String key, Object value) { this.key = key; this.value = value; }
              @Override public String getKey() { return key; }
              @Override public Object getValue() { return value; }
              @Override public Object setValue(Object to) { throw new UnsupportedOperationException(); }
            }
            @Override public Object put(String key, Object value) {
              Link link = new Link(key, value);
              link.previous = header.previous; link.next = header;
              header.previous.next = link; header.previous = link;
              return null;
            }
            @Override public Set<Map.Entry<String, Object>> entrySet() {
              Set<Map.Entry<String, Object>> all = new LinkedHashSet<>();
              for (Link link = header.next; link != header; link = link.next) { all.add(link); }
              return all;
            }
            Object writeReplace() { return new LinkedHashMap<>(this); }
          }
          final Entries members = new Entries((a, b) -> b.compareTo(a));
          static Object make() {
            Case c = new Case();
            c.members.put("a", 1); c.members.put("b", c);
            return c;
          }
          static Object show(Case c) {
            return c.members.size() + " " + (c.members.get("b") == c)
                + c.members.order.compare("a", "b");
          }
        }
        """);
  }
}
