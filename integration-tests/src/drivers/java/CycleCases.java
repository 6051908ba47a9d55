import dev.entourage.PreparationException;
import dev.entourage.RemoteCallable;
import dev.entourage.RemoteFunction;
import dev.entourage.Workers;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Cycles and aliases, each with every member of the cycle as the root. */
public class CycleCases {

  public static void main(String[] args) {
    Cases.run(CycleCases.class, args);
  }

  static final class A {
    final String name;
    B b;

    A(String name) {
      this.name = name;
    }
  }

  static final class B {
    A a;
  }

  private static A ring() {
    A a = new A("ring");
    a.b = new B();
    a.b.a = a;
    return a;
  }

  // C19
  static void cycleOfTwo(Workers workers) throws Exception {
    A a = ring();
    B b = a.b;
    Cases.check(Cases.on(workers, () -> a.b.a == a), "not a cycle with a as the root");
    Cases.check(Cases.on(workers, () -> b.a.b == b), "not a cycle with b as the root");
    A homeA = Cases.on(workers, () -> a);
    B homeB = Cases.on(workers, () -> b);
    Cases.check(homeA.b.a == homeA && homeA.name.equals("ring"), "a came home broken");
    Cases.check(homeB.a.b == homeB && homeB.a.name.equals("ring"), "b came home broken");
  }

  // C19
  static void objectThatIsItsOwnElement(Workers workers) throws Exception {
    List<Object> list = new ArrayList<>();
    list.add("x");
    list.add(list);
    Cases.check(Cases.on(workers, () -> list.get(1) == list), "the list isn't in itself");
    Object[] array = new Object[1];
    array[0] = array;
    Cases.check(Cases.on(workers, () -> array[0] == array), "the array isn't in itself");
    List<?> home = Cases.on(workers, () -> list);
    Cases.check(home.get(1) == home && home.get(0).equals("x"), "the list came home broken");
  }

  static final class Two {
    List<String> left;
    List<String> right;
  }

  // C19
  static void sharedListIsOneList(Workers workers) throws Exception {
    Two two = new Two();
    two.left = new ArrayList<>(List.of("x"));
    two.right = two.left;
    List<String> other = two.left;
    Cases.check(Cases.on(workers, () -> two.left == two.right), "two lists in one object");
    Cases.check(Cases.on(workers, () -> two.left == other), "two lists in two captures");
    Two home = Cases.on(workers, () -> two);
    Cases.check(home.left == home.right, "the shared list came home as two");
  }

  static final class Key {
    final String name;
    Map<Key, String> map;

    Key(String name) {
      this.name = name;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && name.equals(key.name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  // C19
  static void cycleThroughTheKeyOfAMap(Workers workers) throws Exception {
    Key key = new Key("k");
    Map<Key, String> map = new HashMap<>();
    key.map = map;
    map.put(key, "found");
    map.put(new Key("other"), "too");
    RemoteFunction<Map<Key, String>, Boolean> holds =
        m ->
            m.size() == 2
                && "found".equals(m.get(new Key("k")))
                && "too".equals(m.get(new Key("other")))
                && m.keySet().stream().filter(k -> k.map != null).allMatch(k -> k.map == m);
    Cases.check(Cases.on(workers, () -> holds.apply(map)), "wrong with the map as the root");
    Cases.check(Cases.on(workers, () -> holds.apply(key.map)), "wrong with the key as the root");
    Cases.check(holds.apply(Cases.on(workers, () -> map)), "the map came home broken");
    Cases.check(holds.apply(Cases.on(workers, () -> key).map), "the key came home broken");
  }

  static final class Node {
    final int value;
    RemoteCallable<Integer> lambda;
    RemoteCallable<Integer> again;

    Node(int value) {
      this.value = value;
    }
  }

  private static Node withLambda() {
    Node node = new Node(42);
    node.lambda = () -> node.value;
    node.again = node.lambda;
    return node;
  }

  // C19
  static void lambdaInAFieldCapturesItsHolder(Workers workers) throws Exception {
    Node node = withLambda();
    Cases.same(42, Cases.on(workers, () -> node.lambda.call()));
    Node home = Cases.on(workers, () -> node);
    Cases.same(42, home.lambda.call());
    rightOrRefused("lambda as root", () -> Cases.same(42, Cases.on(workers, node.lambda)));
  }

  // C19
  static void lambdaSharedTwiceIsOneLambda(Workers workers) throws Exception {
    RemoteCallable<Integer> shared = () -> 1;
    List<RemoteCallable<Integer>> both = new ArrayList<>(List.of(shared, shared));
    Cases.check(Cases.on(workers, () -> both.get(0) == both.get(1)), "one lambda became two");
    Node node = withLambda();
    Cases.check(Cases.on(workers, () -> node.lambda == node.again), "one lambda became two");
  }

  record Box(String name, Object[] content) {}

  // C19
  static void recordThatContainsItselfThroughAnArray(Workers workers) throws Exception {
    Object[] content = new Object[2];
    Box box = new Box("box", content);
    content[0] = box;
    content[1] = "x";
    rightOrRefused(
        "record as root",
        () ->
            Cases.check(
                Cases.on(workers, () -> box.content()[0] == box && box.content()[1].equals("x")),
                "the record lost itself"));
    rightOrRefused(
        "array as root",
        () ->
            Cases.check(
                Cases.on(workers, () -> ((Box) content[0]).content() == content),
                "the array lost itself"));
  }

  record Chain(List<Object> list) {}

  // C19
  static void recordInACycleThroughAList(Workers workers) throws Exception {
    List<Object> list = new ArrayList<>();
    Chain chain = new Chain(list);
    list.add(chain);
    rightOrRefused(
        "list as root",
        () ->
            Cases.check(
                Cases.on(workers, () -> ((Chain) list.get(0)).list() == list), "a lost record"));
    rightOrRefused(
        "record as root",
        () ->
            Cases.check(
                Cases.on(workers, () -> chain.list().get(0) == chain), "a record lost itself"));
  }

  // C19
  @SuppressWarnings({"unchecked", "rawtypes"})
  static void lambdaThatCapturesItself(Workers workers) throws Exception {
    Supplier<Object>[] self = new Supplier[1];
    self[0] = (Supplier<Object> & Serializable) () -> self[0];
    Supplier<Object> root = self[0];
    rightOrRefused(
        "lambda",
        () -> Cases.check(Cases.on(workers, () -> root.get() == root), "a lambda lost itself"));
    rightOrRefused(
        "array", () -> Cases.check(Cases.on(workers, () -> self[0].get() == self[0]), "lost"));
  }

  private interface Step {
    void take() throws Exception;
  }

  /** Some cycles may be refused, but only before anything is sent, and with the path. */
  private static void rightOrRefused(String what, Step step) throws Exception {
    try {
      step.take();
      System.out.println("cycle=" + what + ": right");
    } catch (PreparationException e) {
      Cases.check(!e.path().isEmpty(), "refused without a path: " + e.getMessage());
      Cases.check(e.getMessage().contains(e.path()), "the message lacks the path: " + e);
      System.out.println("cycle=" + what + ": refused at " + e.path());
    }
  }
}
