package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarksTest {

  @Test
  void keepsAPlainObjectOfItsOwnClass() {
    assertThat(
            Travel.arrives(
                """
                class Case {
                  private static final Object NONE = new Object();
                  private static final Object OTHER = new Object();
                  Object value = NONE;
                  List<Object> all = new ArrayList<>(List.of(NONE, OTHER, NONE));
                  Object lock = new Object();
                  Object again = lock;
                  static Object make() { return new Case(); }
                  static Object show(Case c) {
                    return (c.value == NONE) + " " + (c.all.get(0) == NONE)
                        + " " + (c.all.get(1) == OTHER) + " " + (c.lock == NONE)
                        + " " + (c.lock == c.again) + " " + (c.lock == OTHER);
                  }
                }"""))
        .isEqualTo("true true true false true false");
  }

  @Test
  void keepsThoseOfSupertypesAndOfWhatIsAround() {
    assertThat(
            Travel.arrives(
                """
                class Case {
                  interface Constants { Object FACE = new Object(); }
                  static class Base { static final Object BASE = new Object(); }
                  static final Object OUTER = new Object();
                  static class Inner extends Base implements Constants {
                    Object[] all = {FACE, BASE, OUTER};
                  }
                  static Object make() { return new Inner(); }
                  static Object show(Inner c) {
                    return (c.all[0] == Constants.FACE) + " " + (c.all[1] == Base.BASE)
                        + " " + (c.all[2] == OUTER);
                  }
                }"""))
        .isEqualTo("true true true");
  }

  @Test
  void keepsWhatALambdaCaptured() {
    assertThat(
            Travel.arrives(
                """
                class Case {
                  static final Object NONE = new Object();
                  interface Task extends Supplier<Object>, Serializable {}
                  static Object make() { Object none = NONE; return (Task) () -> none == NONE; }
                  static Object show(Task c) { return c.get(); }
                }"""))
        .isEqualTo("true");
  }

  @Test
  void keepsObjectsOfTheUsersClasses() {
    assertThat(
            Travel.arrives(
                """
                class Case {
                  static final class Node {
                    static final Node NIL = new Node();
                    static final Node END = new Node(7, "end", null);
                    int key; String name; Node next = this;
                    Node() {}
                    Node(int key, String name, Node next) {
                      this.key = key; this.name = name; this.next = next;
                    }
                  }
                  interface Rule { Rule ALL = new Rule() {}; Rule NOTHING = new Rule() {}; }
                  static final AbstractQueue<Object> DISCARDING = new AbstractQueue<>() {
                    public Iterator<Object> iterator() { return List.of().iterator(); }
                    public int size() { return 0; }
                    public boolean offer(Object o) { return true; }
                    public Object poll() { return null; }
                    public Object peek() { return null; }
                  };
                  static Object make() {
                    Node cycle = new Node(3, "cycle", null);
                    cycle.next = new Node(4, "back", cycle);
                    return List.of(Node.NIL, new Node(1, "a", Node.NIL), new Node(2, "b", Node.END),
                        Rule.NOTHING, DISCARDING, cycle);
                  }
                  static Object show(List<?> c) {
                    Node a = (Node) c.get(1), b = (Node) c.get(2), cycle = (Node) c.get(5);
                    return (c.get(0) == Node.NIL) + " " + (a.next == Node.NIL) + " " + a.name
                        + " " + (b.next == Node.END) + " " + b.next.name + " " + (c.get(3) == Rule.NOTHING)
                        + " " + (c.get(4) == DISCARDING) + " " + (cycle.next.next == cycle) + cycle.key;
                  }
                }"""))
        .isEqualTo("true true a true end true true true3");
  }

  /** As Kotlin compiles a data object, and as Scala compiles a case object. */
  @Test
  void keepsSingleObjectsThatCompareThemselves() {
    assertThat(
            Travel.arrives(
                """
                class Case {
                  static final class Empty {
                    static final Empty INSTANCE = new Empty();
                    @Override public boolean equals(Object o) { return o instanceof Empty; }
                    @Override public int hashCode() { return 7; }
                  }
                  static final class Missing {
                    static final Missing MODULE$ = new Missing();
                    String name = "missing";
                    @Override public int hashCode() { return 8; }
                  }
                  static Object make() {
                    return List.of(Empty.INSTANCE, Missing.MODULE$, new Missing());
                  }
                  static Object show(List<?> c) {
                    return (c.get(0) == Empty.INSTANCE) + " " + (c.get(1) == Missing.MODULE$)
                        + " " + (c.get(2) == Missing.MODULE$);
                  }
                }"""))
        .isEqualTo("true true false");
  }

  /** What a worker's field holds would say something else. */
  @Test
  void bringsContentThatDiffers() {
    assertThat(
            Travel.arrives(
                """
                class Case {
                  static final Case TOTAL = new Case();
                  int count;
                  Object more;
                  static Object make() { Case c = TOTAL; c.count = 5; return c; }
                  static Object show(Case c) { return c.count; }
                }"""))
        .isEqualTo("5");
  }

  @Test
  void bringsContentThatIsMoreThanAMarks() {
    assertThat(
            Travel.arrives(
                """
                class Case {
                  static final Case ALL = new Case();
                  List<String> names = new ArrayList<>();
                  static Object make() { ALL.names.add("a"); return ALL; }
                  static Object show(Case c) { return c.names; }
                }"""))
        .isEqualTo("[a]");
  }

  @Test
  void looksAtNoClassThatIsNotInitialised() {
    assertThat(
            Travel.arrives(
                """
                class Case {
                  static class Outer {
                    static { System.setProperty("marks.test", "initialised"); }
                    static final Object NONE = new Object();
                    static class Inner { Object value = new Object(); }
                  }
                  static Object make() { return new Outer.Inner(); }
                  static Object show(Outer.Inner c) {
                    return c.value.getClass() + System.getProperty("marks.test");
                  }
                }"""))
        .isEqualTo("class java.lang.Objectnull");
  }

  /** The class is of no use there anyway. */
  @Test
  void doesWithoutTheMarksOfAClassThatFailsThere() throws Exception {
    Worlds worlds =
        Worlds.of(
            """
            class Case {
              static class Outer {
                static final Object NONE = new Object();
                static { if (Boolean.getBoolean("marks.fail")) throw new IllegalStateException(); }
                static class Inner { Object value = NONE; int number = 3; }
              }
              static Object make() { return new Outer.Inner(); }
              static Object show(Outer.Inner c) { return c.number + " " + c.value.getClass(); }
            }""");
    Object made = Travel.make(worlds.driver());
    ClassLoader worker = worlds.worker();
    System.setProperty("marks.fail", "true");
    try {
      Object sent = Travel.send(made, worker);
      assertThat(Travel.show(worker, sent)).isEqualTo("3 class java.lang.Object");
    } finally {
      System.clearProperty("marks.fail");
    }
  }

  static class Point {
    static final Point ORIGIN = new Point();
    int x;

    @Override
    public boolean equals(Object other) {
      return other instanceof Point point && point.x == x;
    }

    @Override
    public int hashCode() {
      return x;
    }
  }

  static class Locking {
    static final Object LOCK = new Object();
    static final Runnable NOTHING = () -> {};
    int x;
  }

  static class Node {
    static final Node END = new Node();
  }

  @Test
  void leavesClassesAloneThatHaveNoMarks() {
    Marks marks = new Marks(type -> false);
    assertThat(marks.mayBe(Point.class)).as("compared by content").isFalse();
    assertThat(marks.mayBe(Locking.class)).as("no field for one").isFalse();
    assertThat(marks.mayBe(Node.class)).isTrue();
    assertThat(new Marks(type -> true).mayBe(Node.class)).as("its statics travel").isFalse();
  }

  @Test
  void leavesPlainObjectsAloneWhoseFieldsTravel() {
    Marks left = new Marks(type -> type == Locking.class);
    left.meet(Locking.class);
    assertThat(left.of(Locking.LOCK)).isEmpty();
    Marks found = new Marks(type -> false);
    assertThat(found.of(Locking.LOCK)).as("of a class that wasn't met").isEmpty();
    found.meet(Locking.class);
    assertThat(found.of(Locking.LOCK)).map(MarkField::name).contains("LOCK");
    assertThat(found.of(new Object())).isEmpty();
  }
}
