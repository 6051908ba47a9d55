package dev.entourage.preparer;

import static dev.entourage.preparer.Travel.arrives;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** C19: a serializable lambda that is inside and outside of an object in serial form stays one. */
class LambdasInSerialFormsTest {

  private static DynamicTest stays(String what, String holder, String inside, String more) {
    return DynamicTest.dynamicTest(
        what,
        () ->
            assertThat(
                    arrives(
                        """
                        class Case {
                          interface Order extends Comparator<String>, Serializable {}
                          Order before; Object holder; Order after; Object[] both;
                          MORE
                          static Object make() {
                            int sign = -1;
                            Order order = (a, b) -> sign * a.compareTo(b);
                            Case c = new Case();
                            c.before = order; c.holder = HOLDER; c.after = order; c.both = new Object[] {c.holder, HOLDER};
                            return c;
                          }
                          @SuppressWarnings({"unchecked", "rawtypes"})
                          static Object show(Case c) throws Exception {
                            Object holder = c.holder;
                            Object one = INSIDE;
                            holder = c.both[1];
                            Object other = INSIDE;
                            return (one == c.before) + " " + (c.before == c.after) + " " + (other == one) + " " + (holder != c.holder) + " " + c.before.compare("a", "b") + holder.getClass();
                          }
                        }
                        """
                            .replace("HOLDER", holder)
                            .replace("INSIDE", inside)
                            .replace("MORE", more)))
                .startsWith("true true true true 1"));
  }

  private static DynamicTest stays(String what, String holder, String inside) {
    return stays(what, holder, inside, "");
  }

  @TestFactory
  Stream<DynamicTest> staysOne() {
    return Stream.of(
        stays("TreeMap", "new TreeMap<>(order)", "((TreeMap) holder).comparator()"),
        stays(
            "ConcurrentSkipListMap",
            "new ConcurrentSkipListMap<>(order)",
            "((SortedMap) holder).comparator()"),
        stays(
            "PriorityQueue", "new PriorityQueue<>(order)", "((PriorityQueue) holder).comparator()"),
        stays(
            "PriorityBlockingQueue",
            "new PriorityBlockingQueue<>(3, order)",
            "((PriorityBlockingQueue) holder).comparator()"),
        stays(
            "a view of a map",
            "new TreeMap<>(order).headMap(\"x\")",
            "((SortedMap) holder).comparator()"),
        stays(
            "Collections.reverseOrder",
            "Collections.reverseOrder(order)",
            "Collections.reverseOrder((Comparator) holder)"),
        stays(
            "Collections.unmodifiableCollection",
            "Collections.unmodifiableCollection(Arrays.asList(order))",
            "((Collection) holder).iterator().next()"),
        stays(
            "ArrayBlockingQueue",
            "new ArrayBlockingQueue<>(2, false, List.of(order))",
            "((Queue) holder).peek()"),
        stays(
            "LinkedBlockingQueue",
            "new LinkedBlockingQueue<>(List.of(order))",
            "((Queue) holder).peek()"),
        stays(
            "LinkedBlockingDeque",
            "new LinkedBlockingDeque<>(List.of(order))",
            "((Queue) holder).peek()"),
        stays(
            "LinkedTransferQueue",
            "new LinkedTransferQueue<>(List.of(order))",
            "((Queue) holder).peek()"),
        stays(
            "AtomicReferenceArray",
            "new AtomicReferenceArray<>(new Object[] {order})",
            "((AtomicReferenceArray) holder).get(0)"),
        stays(
            "an immutable list in an exception",
            "new Failure(List.of(order), order)",
            "((Failure) holder).list.get(0)",
            "static class Failure extends Exception { final List<Order> list; Failure(List<Order> list, Order order) { this.list = list; } }"),
        stays("List.of", "List.of(order)", "((List) holder).get(0)"),
        stays(
            "EnumMap",
            "new EnumMap<>(Map.of(java.time.DayOfWeek.MONDAY, order))",
            "((Map) holder).values().iterator().next()"),
        stays(
            "a SimpleEntry",
            "new AbstractMap.SimpleEntry<>(1, order)",
            "((Map.Entry) holder).getValue()"),
        stays(
            "an exception",
            "new Failure(order)",
            "((Failure) holder).order",
            "static class Failure extends Exception { final Order order; Failure(Order order) { this.order = order; } }"),
        stays(
            "a sorted map of one's own",
            "new Sorted(order)",
            "((Sorted) holder).comparator()",
            "static class Sorted extends TreeMap<String, String> { Sorted(Order order) { super(order); } }"),
        stays(
            "a class that writes itself",
            "new Own(order)",
            "((Own) holder).order",
            "static class Own implements Serializable { transient Order order; Own(Order order) { this.order = order; } private void writeObject(ObjectOutputStream out) throws IOException { out.writeObject(order); } private void readObject(ObjectInputStream in) throws Exception { order = (Order) in.readObject(); } }"),
        stays(
            "a class that reads itself",
            "new Own(order)",
            "((Own) holder).order",
            "static class Own implements Serializable { Order order; Own(Order order) { this.order = order; } private Object readResolve() { return this; } }"),
        stays(
            "an Externalizable",
            "new Own(order)",
            "((Own) holder).order",
            "public static class Own implements Externalizable { Order order; public Own() {} Own(Order order) { this.order = order; } public void writeExternal(ObjectOutput out) throws IOException { out.writeObject(order); } public void readExternal(ObjectInput in) throws IOException, ClassNotFoundException { order = (Order) in.readObject(); } }"));
  }

  @Test
  void otherObjectsThatAreReplacedStayOneToo() {
    arrives(
        """
        class Case {
          static class Failure extends Exception { List<String> names; EnumSet<Thread.State> states; Own own; }
          static class Own implements Serializable {
            int x = 7;
            private Object writeReplace() { return new Proxy(x); }
            record Proxy(int x) implements Serializable { Object readResolve() { Own own = new Own(); own.x = x; return own; } }
          }
          static Object make() {
            Failure f = new Failure(); f.names = List.of("a", "b", "c"); f.states = EnumSet.of(Thread.State.NEW); f.own = new Own();
            return new Object[] {f.names, f, f.states, f.own, f.names};
          }
          static Object show(Object[] all) {
            Failure f = (Failure) all[1];
            return (all[0] == f.names) + " " + (all[2] == f.states) + " " + (all[3] == f.own) + " " + (all[4] == f.names) + f.names + f.states + f.own.x;
          }
        }
        """);
  }
}
