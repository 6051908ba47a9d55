package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.PreparationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects with a {@code readResolve} that lead back to themselves. */
class ResolvedInCyclesTest {

  /** As Jackson's factories and mappers do. */
  private static final String FACTORY =
      """
      static class Factory implements Serializable {
        final String name; Object codec; transient String symbols;
        Factory(String name, Object codec) { this.name = name; this.codec = codec; symbols = "made"; }
        private Object readResolve() { return new Factory(name, codec); }
      }
      static class Mapper implements Serializable { Object factory; String text; Object more; }
      static Mapper mapper() {
        Mapper m = new Mapper(); m.text = "text"; m.factory = new Factory("f", m); return m;
      }
      """;

  private static String arrives(String made, String shown) {
    return Travel.arrives(
        "class Case { %s static Object make() { Mapper m = mapper(); %s } static Object show(%s }"
            .formatted(FACTORY, made, shown));
  }

  @Test
  void arrivesBehindAnObject() {
    assertThat(
            arrives(
                "return m;",
                "Mapper m) { Factory f = (Factory) m.factory;"
                    + " return m.text + f.name + f.symbols + (f.codec == m); }"))
        .isEqualTo("textfmadetrue");
  }

  /** Where the JDK's own serialization leaves an unresolved factory in the mapper. */
  @Test
  void arrivesBeforeWhatRefersBack() {
    assertThat(
            arrives(
                "return m.factory;",
                "Factory f) { Mapper m = (Mapper) f.codec;"
                    + " return m.text + f.name + f.symbols + (m.factory == f); }"))
        .isEqualTo("textfmadetrue");
  }

  @Test
  void arrivesInListsAndArraysToo() {
    assertThat(
            arrives(
                "m.more = new Object[] {m.factory, m}; return new ArrayList<>(List.of(m.factory, m));",
                "List<?> l) { Factory f = (Factory) l.get(0); Mapper m = (Mapper) f.codec; Object[] a ="
                    + " (Object[]) m.more; return f.symbols + (l.get(1) == m) + (a[0] == f) + (a[1] =="
                    + " m); }"))
        .isEqualTo("madetruetruetrue");
  }

  /** With the JDK's own serialization it would see nothing but nulls. */
  @Test
  void seesWhatIsBehindIt() {
    assertThat(
            Travel.arrives(
                """
                class Case {
                  static class Box { Child child; String name = "box"; }
                  static class Child implements Serializable {
                    Box box; String seen;
                    private Object readResolve() {
                      Child c = new Child(); c.box = box; c.seen = "saw " + box.name; return c;
                    }
                  }
                  static Object make() {
                    Box b = new Box(); b.child = new Child(); b.child.box = b;
                    b.child.seen = "saw box"; return b.child;
                  }
                  static Object show(Child c) { return c.seen + (c.box.child == c); }
                }"""))
        .isEqualTo("saw boxtrue");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Hashed before it is complete
        "static class A { A() {} Object b; public int hashCode() { return 1; }"
            + " public boolean equals(Object o) { return o == this; } }"
            + " static class B implements Serializable { A a; Object readResolve() { return this; } }"
            + " static Object make() { A a = new A(); B b = new B(); a.b = b; b.a = a; return a; }",
        // A map would be empty when the object is resolved
        "static class A { Object b; } static class B implements Serializable { Map<Object, Object> m ="
            + " new HashMap<>(); Object readResolve() { return this; } }"
            + " static Object make() { A a = new A(); B b = new B(); a.b = b; b.m.put(\"a\", a);"
            + " return a; }",
        // So would the list that holds the object itself
        "static class B implements Serializable { List<Object> l = new ArrayList<>(); Object"
            + " readResolve() { return this; } }"
            + " static Object make() { B b = new B(); b.l.add(b); return b; }",
        // A list around it isn't full
        "static class B implements Serializable { Object l; Object readResolve() { return this; } }"
            + " static Object make() { List<Object> l = new ArrayList<>(); B b = new B(); b.l = l;"
            + " l.add(b); return l; }",
        // Code that runs while fields are read
        "static class A { Object b; } static class B implements Serializable { A a;"
            + " private void readObject(ObjectInputStream in) throws Exception {"
            + " in.defaultReadObject(); } Object readResolve() { return this; } }"
            + " static Object make() { A a = new A(); B b = new B(); a.b = b; b.a = a; return a; }",
        // What stands in its place is made to rebuild it
        "static class A { Object b; } static class B implements Serializable { A a;"
            + " Object writeReplace() { return new R(a); } } record R(A a) implements Serializable {"
            + " Object readResolve() { B b = new B(); b.a = a; return b; } }"
            + " static Object make() { A a = new A(); B b = new B(); a.b = b; b.a = a; return a; }"
      })
  void isRefusedWhereItCouldSeeLessThanThereIs(String body) {
    Object made = Travel.made("class Case { " + body + " }");
    assertThatThrownBy(() -> Travel.copy(made))
        .isInstanceOfSatisfying(PreparationException.class, e -> assertThat(e.path()).isNotEmpty());
  }
}
