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
}
