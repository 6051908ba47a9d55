package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.EntourageException;
import dev.entourage.MarshallingException;
import dev.entourage.spi.NodeTable;
import dev.entourage.spi.NormalForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NodeTableTest {

  private final NormalForm forms =
      NormalForms.over(getClass().getClassLoader(), List.of(), List.of());

  record Doc(String id, long[] words, Map<String, Object> meta) {}

  static class Base {
    int x = 1;
  }

  static final class Node extends Base {
    final int x = Integer.parseInt("2");
    double d = 3.5;
    Object next;
    Doc doc;
  }

  private Node graph() {
    Node node = new Node();
    node.next = new ArrayList<>(List.of(node, "text", new int[] {1, 2}, new Object[] {node, null}));
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put("self", node);
    meta.put("tree", new TreeMap<>(Map.of("b", 1, "a", UUID.randomUUID())));
    meta.put("set", Set.of(1, 2, 3));
    node.doc = new Doc("d", new long[] {Long.MIN_VALUE, 5}, meta);
    return node;
  }

  @Test
  void writesNullAsNoRowAtAll() {
    NodeTable table = Tables.of(forms, null).table();
    assertThat(table.rows()).isEmpty();
    assertThat(Tables.graph(forms, table)).isNull();
  }

  @Test
  void keepsFieldsOfOneNameInBaseAndSubclass() {
    Node node = (Node) Tables.of(forms, graph()).graph(forms);
    assertThat(node.x).isEqualTo(2);
    assertThat(((Base) node).x).isEqualTo(1);
    assertThat(((List<?>) node.next).get(0)).isSameAs(node);
    assertThat(node.doc.meta()).containsKeys("self", "tree", "set");
    assertThat(node.doc.meta().get("self")).isSameAs(node);
  }

  @Test
  void reportsTheClassOfEachObject() {
    Set<Class<?>> seen = new HashSet<>();
    Tables.of(forms, new Object[] {graph(), Thread.State.NEW, String[].class}, seen::add);
    assertThat(seen)
        .contains(Node.class, Doc.class, Thread.State.class, String[].class, Object[].class);
  }

  /**
   * Whatever is damaged: an error of ours or a graph, no other error, no endless loop, no
   * gigabytes.
   */
  @Test
  void readsHostileTablesWithinTheirSize() {
    refusesDamage(graph());
  }

  @Test
  void readsHostileFormsWithinTheirSize() throws Exception {
    java.util.EnumMap<Thread.State, Object> enums = new java.util.EnumMap<>(Thread.State.class);
    enums.put(Thread.State.NEW, graph());
    int captured = 3;
    dev.entourage.RemoteCallable<Integer> lambda = () -> captured;
    refusesDamage(
        new Object[] {
          enums,
          lambda,
          java.lang.reflect.Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {Runnable.class},
              (java.lang.reflect.InvocationHandler & java.io.Serializable) (p, m, a) -> null),
          String.class.getMethod("length"),
          Map.entry("k", 1),
          new ArrayList<>(List.of(1, 2)).subList(0, 1),
          java.util.Optional.of("o"),
          java.util.OptionalInt.of(3),
          new java.util.concurrent.atomic.AtomicReference<>("a"),
          java.time.LocalDate.EPOCH,
          java.util.Locale.GERMANY,
          new IllegalStateException("e", new RuntimeException()),
          java.util.Collections.unmodifiableList(new ArrayList<>(List.of(1))),
          java.util.EnumSet.of(Thread.State.NEW),
          new java.util.concurrent.locks.ReentrantLock(),
          Map.of("a", new int[0]),
          int[].class,
        });
  }

  private void refusesDamage(Object graph) {
    Tables.Laid laid = Tables.of(forms, graph);
    NodeTable good = laid.table();
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      NodeTable bad = damage(good, random);
      try {
        laid.with(bad).graph(forms);
      } catch (EntourageException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(5_000);
  }

  private static NodeTable damage(NodeTable good, Random random) {
    String[] texts = good.texts().clone();
    int[] rows = good.rows().clone();
    long[] values = good.values().clone();
    byte[][] blobs = good.blobs().clone();
    for (int n = random.nextInt(3); n >= 0; n--) {
      int at = random.nextInt(rows.length + values.length + texts.length);
      if (at < rows.length) {
        rows[at] = number(random, rows.length);
      } else if (at < rows.length + values.length) {
        values[at - rows.length] = number(random, rows.length);
      } else {
        texts[random.nextInt(texts.length)] = texts[random.nextInt(texts.length)];
      }
    }
    return new NodeTable(texts, rows, values, blobs);
  }

  private static int number(Random random, int usual) {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt();
      case 1 -> Integer.MAX_VALUE;
      case 2 -> -1 - random.nextInt(3);
      default -> random.nextInt(usual);
    };
  }

  @Test
  void refusesRowsThatShareTheirValues() {
    int many = 10_000;
    int[] rows = new int[many * Row.WIDTH];
    for (int i = 0; i < many; i++) {
      rows[i * Row.WIDTH] = Row.ARRAY;
    }
    long[] values = new long[many + 1];
    values[0] = many;
    for (int i = 1; i <= many; i++) {
      values[i] = i - 1;
    }
    NodeTable table = new NodeTable(new String[] {"java.lang.Object"}, rows, values, new byte[0][]);
    assertThatThrownBy(() -> Tables.graph(forms, table)).isInstanceOf(MarshallingException.class);
  }

  @Test
  void makesNoObjectsOfClassesThatCouldNotBeWritten() {
    for (String name : List.of("java.lang.Thread", "java.lang.Class", "java.io.FileInputStream")) {
      int[] rows = {Row.OBJECT, 1, 1, Row.LAYOUT, 0, 0};
      NodeTable table = new NodeTable(new String[] {name}, rows, new long[1], new byte[0][]);
      assertThatThrownBy(() -> Tables.graph(forms, table)).isInstanceOf(MarshallingException.class);
    }
  }

  @Test
  void refusesSerialFormsThatAskForMuchMemory() throws Exception {
    byte[] list = serialized(new int[3]);
    byte[] huge = list.clone();
    int length = huge.length - 3 * Integer.BYTES - Integer.BYTES;
    huge[length] = 0x7f;
    assertThatThrownBy(() -> rebuilt(huge)).isInstanceOf(MarshallingException.class);
    assertThat((int[]) rebuilt(list)).hasSize(3);
  }

  private static Object rebuilt(byte[] serial) {
    return Tables.rebuilt(new Form("serial", new String[] {"x"}, new Object[] {serial}));
  }

  private static byte[] serialized(Object value) throws java.io.IOException {
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    try (var out = new java.io.ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    return bytes.toByteArray();
  }

  @Test
  void neverLosesAnEntryWhoseKeysBecameEqual() {
    Map<Object, Object> map = new HashMap<>();
    map.put(new ByIdentityOfType(), 1);
    map.put(new ByIdentityOfType(), 2);
    assertThatThrownBy(() -> Tables.of(forms, map).graph(forms))
        .isInstanceOf(MarshallingException.class)
        .hasMessageContaining("are equal here");
  }

  /** Differs from its like until it was sent. */
  static final class ByIdentityOfType {
    private final transient Object differs = new Object();

    @Override
    public int hashCode() {
      return 1;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof ByIdentityOfType o && o.differs == differs;
    }
  }

  @Test
  void keepsAllPrimitiveArrays() {
    Object[] arrays = {
      new boolean[] {true, false},
      new byte[] {-1},
      new char[] {'\uffff'},
      new short[] {Short.MIN_VALUE},
      new int[] {Integer.MIN_VALUE},
      new long[] {Long.MIN_VALUE},
      new float[] {Float.NaN, -0f},
      new double[] {Double.MIN_VALUE},
      new int[0]
    };
    Object[] copy = (Object[]) Tables.of(forms, arrays).graph(forms);
    assertThat(Arrays.deepEquals(copy, arrays)).isTrue();
  }
}
