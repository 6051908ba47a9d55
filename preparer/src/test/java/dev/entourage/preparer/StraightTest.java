package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.EntourageException;
import dev.entourage.MarshallingException;
import dev.entourage.RemoteCallable;
import dev.entourage.spi.NodeTable;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.RefusedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Graphs without cycles, as steps. */
class StraightTest {

  private static final long NULL = Straight.NULL;

  private final NormalForm forms =
      NormalForms.over(getClass().getClassLoader(), List.of(), List.of());

  record Pair(Object first, int number, Object second, double ratio) {}

  static class Base {
    final long number;

    Base(long number) {
      this.number = number;
    }
  }

  static final class Node extends Base {
    final String number;
    final boolean flag;
    Object next;

    Node(String number, Object next) {
      super(number.length());
      this.number = number;
      this.flag = true;
      this.next = next;
    }
  }

  @Test
  void keepsWhatIsShared() {
    Node node = new Node("node", new int[] {1, 2});
    Object[] root = {node, new ArrayList<>(List.of(node, node.next)), new Pair(node, 1, root(), 2)};
    Object[] copy = (Object[]) straight(root);
    Node made = (Node) copy[0];
    assertThat(made.number).isEqualTo("node");
    assertThat(((Base) made).number).isEqualTo(4);
    assertThat(made.flag).isTrue();
    assertThat((List<?>) copy[1]).isEqualTo(List.of(made, made.next));
    assertThat(((Pair) copy[2]).first()).isSameAs(made);
    assertThat(((Pair) copy[2]).ratio()).isEqualTo(2);
  }

  @Test
  void carriesObjectsOfEachSort() {
    Object[] all = (Object[]) straight(root());
    assertThat(all).hasSameSizeAs(root());
    assertThat(Arrays.deepEquals(Arrays.copyOf(all, 12), Arrays.copyOf(root(), 12))).isTrue();
    assertThat(((TreeMap<?, ?>) all[12]).firstKey()).isEqualTo("b");
    assertThat(((AtomicReference<?>) all[13]).get()).isEqualTo("held");
    assertThat(all[14]).isSameAs(Thread.State.NEW);
    assertThat(((Throwable) all[15]).getCause()).hasMessage("cause");
  }

  private static Object[] root() {
    Map<Thread.State, Object> enums = new EnumMap<>(Map.of(Thread.State.NEW, "new"));
    Map<String, Integer> reversed = new TreeMap<>(Comparator.reverseOrder());
    reversed.putAll(Map.of("a", 1, "b", 2));
    return new Object[] {
      1,
      -5L,
      'c',
      1.5,
      2.5f,
      (byte) -1,
      (short) 7,
      true,
      new LinkedHashMap<>(Map.of("k", List.of(1, Optional.of("x")))),
      enums,
      int[].class,
      new double[] {1.5, -0.0},
      reversed,
      new AtomicReference<>("held"),
      Thread.State.NEW,
      new IllegalStateException("message", new RuntimeException("cause")),
    };
  }

  @Test
  void carriesLambdasOfOneShape() throws Exception {
    List<Object> lambdas = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int number = i;
      lambdas.add((RemoteCallable<Integer>) () -> number);
    }
    List<?> copy = (List<?>) straight(lambdas);
    for (int i = 0; i < 3; i++) {
      assertThat(((RemoteCallable<?>) copy.get(i)).call()).isEqualTo(i);
    }
  }

  private Object straight(Object root) {
    NodeTable table = forms.table(root, type -> {});
    assertThat(StraightReader.isStraight(table)).isTrue();
    return forms.graph(table);
  }

  @Test
  void leavesCyclesAndDepthToRows() {
    Node cycle = new Node("cycle", null);
    cycle.next = new ArrayList<>(List.of("before", cycle));
    assertThat(((List<?>) ((Node) rows(cycle)).next).get(0)).isEqualTo("before");
    Node deep = null;
    for (int i = 0; i < 1_000; i++) {
      deep = new Node("n" + i, deep);
    }
    assertThat(((Node) rows(deep)).number).isEqualTo("n999");
    assertThat(straight(new Node("again", null))).isInstanceOf(Node.class);
  }

  private Object rows(Object root) {
    NodeTable table = forms.table(root, type -> {});
    assertThat(StraightReader.isStraight(table)).isFalse();
    return forms.graph(table);
  }

  @Test
  void worksOnAfterARefusal() {
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> forms.table(List.of("a", new Thread()), type -> {}))
          .isInstanceOf(RefusedException.class);
      assertThat(straight(List.of("a", i))).isEqualTo(List.of("a", i));
    }
  }

  @Test
  void refusesFieldsThatAreOthersHere() {
    NodeTable good = forms.table(new Node("a", null), type -> {});
    long[] values = good.values().clone();
    int fingerprint = indexOf(values, Straight.TYPE) + 1;
    values[fingerprint]++;
    assertThatThrownBy(() -> graph(values, good.texts()))
        .isInstanceOf(MarshallingException.class)
        .hasMessageContaining(Node.class.getName() + " are others than here");
  }

  private static int indexOf(long[] values, int step) {
    for (int i = 0; i < values.length; i++) {
      if ((values[i] & Straight.STEP) == step) {
        return i;
      }
    }
    throw new AssertionError("no step " + step);
  }

  @Test
  void refusesStepsThatTakeWhatIsNotThere() {
    String[] texts = {"java.util.ArrayList", "[I", "value"};
    long list = Straight.TYPE;
    refuses("a number of parts", texts, list, 0, Straight.COLLECTION, 3);
    refuses("a number of parts", texts, list, 0, Straight.COLLECTION, -1);
    refuses("a number of parts", texts, NULL, list, 0, Straight.COLLECTION, 1L << 40);
    refuses("an object that belongs", texts, NULL, NULL);
    refuses("an object that belongs", texts);
    refuses("a reference", texts, Straight.SAME);
    refuses("a reference", texts, -1L << Straight.BITS | Straight.SAME);
    refuses("a text", texts, -1L << Straight.BITS | Straight.TEXT);
    refuses("a text", texts, 1L << Straight.BITS | Straight.TEXT);
    refuses("a text", texts, NULL | Straight.TEXT, Straight.TEXT, Straight.TEXT, Straight.TEXT);
    refuses("a blob", texts, (long) 'B' << Straight.BITS | Straight.PRIMITIVES);
    refuses("a type", texts, Straight.OBJECT);
    refuses("a head", texts, Straight.FORM, 0);
    refuses("a head", texts, Straight.HEAD, 1L << 40);
    refuses("an array of references", new String[] {"[I"}, list, 0, Straight.ARRAY, 0);
    refuses("its end", texts, (long) 'J' << Straight.BITS | Straight.BOXED);
    refuses("fields of", new String[] {"java.lang.Thread"}, list, 0, Straight.OBJECT);
    refuses("fields of", new String[] {"java.lang.Class"}, list, 0, Straight.RECORD);
    refuses("constant of no enum", texts, list, 0, Straight.ENUM, 1);
  }

  private void refuses(String what, String[] texts, long... values) {
    assertThatThrownBy(() -> graph(values, texts))
        .as(Arrays.toString(values))
        .isInstanceOf(MarshallingException.class)
        .hasMessageContaining(what);
  }

  private Object graph(long[] values, String[] texts) {
    return forms.graph(new NodeTable(texts, new int[] {Straight.MARK, 0}, values, new byte[0][]));
  }

  @Test
  void refusesMoreObjectsThanThereMayBe() {
    for (int objects : new int[] {-1, 2, Integer.MAX_VALUE}) {
      NodeTable table =
          new NodeTable(
              new String[0], new int[] {Straight.MARK, objects}, new long[1], new byte[0][]);
      assertThatThrownBy(() -> forms.graph(table)).hasMessageContaining("a number of objects");
    }
  }

  @Test
  void readsOrRefusesWhatIsDamaged() {
    Map<Object, Object> shared = new HashMap<>(Map.of("a", root(), "b", new Node("n", null)));
    NodeTable good = forms.table(new Object[] {shared, root(), shared}, type -> {});
    assertThat(StraightReader.isStraight(good)).isTrue();
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      long[] values = good.values().clone();
      for (int n = random.nextInt(3); n >= 0; n--) {
        int at = random.nextInt(values.length);
        values[at] =
            random.nextBoolean()
                ? values[random.nextInt(values.length)]
                : random.nextLong() >> random.nextInt(Long.SIZE);
      }
      try {
        forms.graph(new NodeTable(good.texts(), good.rows(), values, good.blobs()));
      } catch (EntourageException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(10_000);
  }
}
