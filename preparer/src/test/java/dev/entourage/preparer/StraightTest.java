package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.EntourageException;
import dev.entourage.MarshallingException;
import dev.entourage.RemoteCallable;
import dev.entourage.preparer.Tables.Laid;
import dev.entourage.spi.NodeTable;
import dev.entourage.spi.NormalForm;
import dev.entourage.spi.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Graphs as steps. */
class StraightTest {

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
  void tellsMapsAsRowsThatChangeMeanwhile() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("node", new Node("node", null));
    map.put("other", 1);
    Laid laid = Tables.of(forms, map, type -> map.put("late", 2));
    assertThat(StraightReader.isStraight(laid.table())).isFalse();
    Map<?, ?> copy = (Map<?, ?>) laid.graph(forms);
    assertThat(copy.keySet()).isEqualTo(map.keySet());
    assertThat(copy.get("late")).isEqualTo(2);
  }

  @Test
  void tellsListsAsRowsThatChangeMeanwhile() {
    tellsAsRows(list -> list.remove((Object) 3), 2);
    tellsAsRows(list -> list.add(4), 4);
  }

  private void tellsAsRows(Consumer<List<Object>> change, int size) {
    List<Object> list = new ArrayList<>(List.of(1, new Node("node", null), 3));
    Laid laid =
        Tables.of(
            forms,
            list,
            type -> {
              if (list.size() == 3) {
                change.accept(list);
              }
            });
    assertThat(StraightReader.isStraight(laid.table())).isFalse();
    assertThat((List<?>) laid.graph(forms)).hasSize(size);
  }

  enum Sign {
    PLUS {},
    MINUS {}
  }

  @Test
  void carriesEnumMapsOfDifferentEnumsInTurns() {
    for (int i = 0; i < 3; i++) {
      Map<Sign, Object> signs = new EnumMap<>(Sign.class);
      Map<Thread.State, Object> states = new EnumMap<>(Thread.State.class);
      List<Object> all = new ArrayList<>(List.of(signs, states, new EnumMap<>(signs)));
      signs.put(Sign.MINUS, null);
      states.put(Thread.State.values()[i], i);
      all.add(new EnumMap<>(signs));
      all.add(new EnumMap<>(Map.of(Sign.PLUS, 1, Sign.MINUS, "2")));
      assertThat(straight(all)).isEqualTo(all);
    }
  }

  @Test
  void tellsTheTypeOfAnEmptyEnumMap() {
    for (int i = 0; i < 2; i++) {
      List<Object> all = new ArrayList<>(List.of(new EnumMap<>(Map.of(Sign.PLUS, 1))));
      all.add(new EnumMap<Sign, Object>(Sign.class));
      @SuppressWarnings("unchecked")
      Map<Sign, Object> copy = (Map<Sign, Object>) ((List<?>) straight(all)).get(1);
      copy.put(Sign.MINUS, 2);
      assertThat(copy).isEqualTo(Map.of(Sign.MINUS, 2));
    }
  }

  @Test
  void tellsEqualHeadsOnce() {
    List<Object> one = new ArrayList<>();
    List<Object> many = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      List<Object> to = i == 0 ? one : many;
      to.add(new AtomicReference<>(i));
      to.add(List.of(i));
      to.add(Set.of(i));
      to.add(Map.of(i, i));
      to.add(Optional.of(i));
      to.add(new Object());
    }
    int first = Tables.bytes(Tables.of(forms, one).table().steps()).length;
    List<Object> both = new ArrayList<>(one);
    both.addAll(many.subList(0, one.size()));
    int second = Tables.bytes(Tables.of(forms, both).table().steps()).length;
    both.addAll(many);
    assertThat((List<?>) straight(both)).hasSameSizeAs(both);
    assertThat(second - first).isLessThan(first / 2);
  }

  @Test
  void tellsEnumMapsAsRowsThatGrowMeanwhile() {
    Map<Thread.State, Object> map = new EnumMap<>(Thread.State.class);
    map.put(Thread.State.NEW, new Node("node", null));
    Map<Thread.State, Object> late = Map.of(Thread.State.TERMINATED, 2);
    Laid laid = Tables.of(forms, map, type -> map.putAll(type == Node.class ? late : Map.of()));
    assertThat(StraightReader.isStraight(laid.table())).isFalse();
    assertThat(((Map<?, ?>) laid.graph(forms)).keySet()).isEqualTo(map.keySet()).hasSize(2);
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
    Laid laid = Tables.of(forms, root);
    assertThat(StraightReader.isStraight(laid.table())).isTrue();
    return laid.graph(forms);
  }

  @Test
  void carriesCyclesThatNobodyLooksInto() {
    Node root = new Node("root", null);
    Map<Object, Object> map = new HashMap<>(Map.of("root", root, Thread.State.NEW, int.class));
    Object[] array = {new Node("inner", root), new HashSet<>(Set.of("text", 1)), root};
    root.next = new ArrayList<>(List.of("before", array, map, root));
    Node copy = (Node) straight(root);
    List<?> next = (List<?>) copy.next;
    assertThat(copy.number).isEqualTo("root");
    assertThat(next.get(3)).isSameAs(copy);
    assertThat(((Map<?, ?>) next.get(2)).get("root")).isSameAs(copy);
    Node inner = (Node) ((Object[]) next.get(1))[0];
    assertThat(inner.number).isEqualTo("inner");
    assertThat(inner.next).isSameAs(copy);
  }

  @Test
  void leavesOtherCyclesAndDepthToRows() {
    Node record = new Node("record", null);
    record.next = new Pair(record, 1, null, 2);
    assertThat(((Pair) ((Node) rows(record)).next).number()).isEqualTo(1);
    Node set = new Node("set", null);
    set.next = new HashSet<>(Set.of(set));
    assertThat((Set<?>) ((Node) rows(set)).next).hasSize(1);
    Node later = new Node("later", null);
    later.next = new Object[] {later, new HashSet<>(Set.of(new Node("key", later)))};
    assertThat((Object[]) ((Node) rows(later)).next).hasSize(2);
    Object[] itself = new Object[1];
    itself[0] = itself;
    assertThat(((Object[]) rows(itself))[0]).isInstanceOf(Object[].class);
    Node deep = null;
    for (int i = 0; i < 1_000; i++) {
      deep = new Node("n" + i, deep);
    }
    assertThat(((Node) rows(deep)).number).isEqualTo("n999");
    assertThat(straight(new Node("again", null))).isInstanceOf(Node.class);
  }

  private Object rows(Object root) {
    Laid laid = Tables.of(forms, root);
    assertThat(StraightReader.isStraight(laid.table())).isFalse();
    return laid.graph(forms);
  }

  @Test
  void keepsTheOrderThatHashesGive() {
    for (int size : new int[] {0, 1, 11, 12, 13, 24, 25, 3_000}) {
      Map<Object, Object> map = new HashMap<>();
      for (int i = 0; i < size; i++) {
        map.put("key " + i * 31, i);
      }
      assertThat(new ArrayList<>(((Map<?, ?>) straight(map)).keySet()))
          .isEqualTo(new ArrayList<>(map.keySet()));
      Set<Object> set = new HashSet<>();
      map.keySet().forEach(set::add);
      assertThat(new ArrayList<>((Set<?>) straight(set))).isEqualTo(new ArrayList<>(set));
    }
  }

  @Test
  void keepsKeysByIdentityOrRefusesThem() {
    Map<Object, Object> map = new IdentityHashMap<>(Map.of("text", 1));
    map.put(new Node("a", null), 2);
    map.put(Integer.valueOf(1_000), 3);
    map.put(Integer.valueOf(1_000), 4);
    Object[] copy = (Object[]) straight(new Object[] {"text", map});
    assertThat((Map<?, ?>) copy[1]).hasSize(4);
    assertThat(((Map<?, ?>) copy[1]).get(copy[0])).isEqualTo(1);
    map.put(new String("text"), 5);
    assertThatThrownBy(() -> straight(map))
        .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.culprit()).isSameAs(map));
  }

  @Test
  void worksOnAfterARefusal() {
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> Tables.of(forms, List.of("a", new Thread())))
          .isInstanceOf(RefusedException.class);
      assertThat(straight(List.of("a", i))).isEqualTo(List.of("a", i));
    }
  }

  @Test
  void refusesFieldsThatAreOthersHere() {
    NodeTable good = Tables.of(forms, new Node("a", null)).table();
    byte[] steps = Tables.bytes(good.steps());
    String all = new String(steps, StandardCharsets.ISO_8859_1);
    steps[all.indexOf(Node.class.getName()) + Node.class.getName().length()]++;
    assertThatThrownBy(() -> Tables.graph(forms, Tables.of(steps)))
        .isInstanceOf(MarshallingException.class)
        .hasMessageContaining(Node.class.getName() + " are others than here");
  }

  private static ToldSteps steps() {
    return new ToldSteps().header(0, Straight.WINDOW);
  }

  /** The first step, of a class without fields. */
  private static ToldSteps first(int step, String type) {
    return steps().step(step, 0).text(type).eightBytes(0);
  }

  @Test
  void refusesStepsThatTakeWhatIsNotThere() {
    long huge = 1L << 40;
    String list = "java.util.ArrayList";
    refuses("a number of parts", steps().step(Straight.COLLECTION, 0).number(3));
    refuses("a number of parts", steps().step(Straight.COLLECTION, 0).number(-1));
    refuses("a number of parts", steps().step(Straight.MAP, 0).number(huge));
    refuses("a container", steps().step(Straight.COLLECTION, 15).number(0).number(0));
    refuses("a container", steps().step(Straight.MAP, 8).number(0).number(0));
    refuses("a container", steps().step(Straight.MAP, huge).number(0).number(0));
    refuses("an object that belongs", steps().step(Straight.NULL, 0).step(0, 0));
    refuses("a number", steps());
    refuses("a step", steps().step(14, 0));
    refuses("a reference", steps().step(Straight.SAME, 0));
    refuses("a reference", steps().step(Straight.SAME, huge));
    refuses("a text", steps().step(Straight.TEXT, 2 << 1 | 1));
    refuses("a text", steps().step(Straight.TEXT, huge << 1 | 1));
    refuses("a text", steps().step(Straight.TEXT, 1 << 1));
    refuses("a text", steps().step(Straight.TEXT, -2));
    refuses("its end", steps().step(Straight.TEXT, 0).number(huge));
    refuses("its end", steps().step(Straight.TEXT, 0).number(-1));
    refuses("its end", steps().step(Straight.TEXT, 0).number(1 << 1 | 1).number(0));
    refuses("its end", steps().step(Straight.OBJECT, 0).number(huge << 1));
    refuses("its end", steps().step(Straight.OBJECT, 0).number(0).number(0));
    refuses("a blob", steps().step(Straight.PRIMITIVES, 'Z').number(0));
    refuses("a long array", steps().step(Straight.PRIMITIVES, 'B').number(0));
    refuses("its end", steps().step(Straight.PRIMITIVES, 'B').number(3));
    refuses("its end", steps().step(Straight.PRIMITIVES, 'B').number(huge));
    refuses("doesn't fit", steps().step(Straight.PRIMITIVES, 'I').number(2).number(0));
    refuses("doesn't fit", steps().step(Straight.BOXED, 'L').number(0));
    refuses("a type", steps().step(Straight.OBJECT, 1));
    refuses("a head", steps().step(Straight.FORM, 1).number(0));
    refuses("a length", steps().step(Straight.FORM, 0).number(0).text("class").number(huge));
    refuses("no kind of form", steps().step(Straight.FORM, 0).number(StepsIn.NO_TEXT).number(0));
    refuses("array of", first(Straight.ARRAY, "[I").number(0));
    refuses("a number", steps().step(Straight.BOXED, 'J'));
    refuses("its end", steps().step(Straight.BOXED, 'D').number(0));
    refuses("fields of", first(Straight.OBJECT, "java.lang.Thread"));
    refuses("fields of", first(Straight.RECORD, "java.lang.Class"));
    refuses("constant of no enum", first(Straight.ENUM, list).number(StepsIn.NO_TEXT));
  }

  @Test
  void refusesPartsThatAreClaimedTwice() {
    ToldSteps steps = first(Straight.ARRAY, "[Ljava.lang.Object;").number(4);
    refuses("a number of parts", steps.step(Straight.ARRAY, 0).number(3).number(0).number(0));
    ToldSteps deep = first(Straight.ARRAY, "[Ljava.lang.Object;").number(1);
    for (int i = 0; i < 300; i++) {
      deep.step(Straight.ARRAY, 0).number(1);
    }
    refuses("a depth", deep.step(Straight.NULL, 0));
  }

  @Test
  void refusesObjectsThatAreNotThereYet() {
    ToldSteps itself = first(Straight.ARRAY, "[Ljava.lang.Object;").number(1).step(2, 0);
    refuses("a reference", itself.header(1, 0));
  }

  @Test
  void keepsTextsOfEverySort() {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      all.append((char) c);
    }
    List<String> texts = new ArrayList<>(List.of("", "\u00ff", "\u0100", "\ud800 alone", "ö€😀"));
    for (int length : new int[] {1, 62, 63, 64, 200, 5_000}) {
      texts.add("x".repeat(length));
      texts.add("€".repeat(length));
    }
    for (int i = 0; i < 2_000; i++) {
      texts.add("text " + i % 700);
      texts.add(all.substring(i * 32, i * 32 + 32));
    }
    for (int i = 0; i < 3_000; i++) {
      texts.add(i % 3 == 0 ? "often" : i % 1_500 == 1 ? "after many" : "text between " + i);
    }
    texts.addAll(texts);
    assertThat(straight(texts)).isEqualTo(texts);
    NodeTable first = Tables.of(forms, texts).table();
    assertThat(Tables.bytes(Tables.of(forms, new ArrayList<>(texts)).table().steps()))
        .isEqualTo(Tables.bytes(first.steps()));
    assertThat(first.texts()).hasSize(6);
    assertThat(texts)
        .allSatisfy(text -> assertThat(Latin.is(text)).isEqualTo(Latin.isByCharacters(text)));
  }

  @Test
  void makesOneOfTextsThatComeAgainBehindManyOthers() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      texts.add("other " + i);
      if (i > 10_000) {
        texts.add(new String("state " + i % 3));
      }
    }
    List<?> copy = (List<?>) straight(texts);
    assertThat(copy).isEqualTo(texts);
    Set<Object> states = Collections.newSetFromMap(new IdentityHashMap<>());
    copy.stream().filter(text -> text.toString().startsWith("state")).forEach(states::add);
    assertThat(states).hasSizeLessThan(200);
  }

  @Test
  void keepsTextsAsFarBackAsTheyAreMeant() {
    assertThat(reach(List.of("a", "b", "c", "x".repeat(64), "x".repeat(64)))).isZero();
    assertThat(reach(List.of("a", "b", "c", "b", "c"))).isEqualTo(2);
    assertThat(reach(List.of("a", "b", "c", "a", "c"))).isEqualTo(3);
    ToldSteps twice =
        first(Straight.ARRAY, "[Ljava.lang.Object;")
            .number(2)
            .step(Straight.TEXT, 0)
            .text("same")
            .step(Straight.TEXT, 1 << 1);
    assertThat((Object[]) graph(twice.header(0, 1))).containsExactly("same", "same");
    for (int reach : new int[] {0, -1, Straight.WINDOW + 1, Short.MAX_VALUE}) {
      refuses("text", twice.header(0, reach));
    }
  }

  private int reach(List<String> texts) {
    List<String> several = new ArrayList<>(texts);
    assertThat(straight(several)).isEqualTo(several);
    return new StepsIn(Tables.of(forms, several).table().steps()).reach();
  }

  private void refuses(String what, ToldSteps steps) {
    byte[] bytes = steps.toBytes();
    assertThatThrownBy(() -> Tables.graph(forms, Tables.of(bytes, "value")))
        .as(Arrays.toString(bytes))
        .isInstanceOf(MarshallingException.class)
        .hasMessageContaining(what);
  }

  private Object graph(ToldSteps steps) {
    return Tables.graph(forms, Tables.of(steps.toBytes()));
  }

  @Test
  void keepsNumbersOfEverySize() {
    for (long each : new long[] {0, 1, -1, 63, 64, -64, -65, Long.MAX_VALUE, Long.MIN_VALUE}) {
      ToldSteps out = steps().number(each).signed(each).eightBytes(each).bits('I', (int) each);
      StepsIn in = new StepsIn(out.bits('S', (short) each).bits('C', (char) each).toSteps());
      assertThat(List.of(in.number(), in.signed(), in.eightBytes())).containsOnly(each);
      assertThat((int) in.bits('I')).isEqualTo((int) each);
      assertThat((short) in.bits('S')).isEqualTo((short) each);
      assertThat((char) in.bits('C')).isEqualTo((char) each);
      assertThat(in.atEnd()).isTrue();
    }
  }

  @Test
  void refusesMoreObjectsThanThereMayBe() {
    ToldSteps nothing = steps().step(Straight.NULL, 0);
    for (int objects : new int[] {-1, 2, Integer.MAX_VALUE}) {
      refuses("a number of objects", nothing.header(objects, 0));
    }
    refuses("a number", steps());
  }

  @Test
  void refusesStepsWithoutTheirBeginning() {
    for (int length = 1; length < Straight.HEADER; length++) {
      NodeTable table = Tables.of(new byte[length]);
      assertThatThrownBy(() -> Tables.graph(forms, table)).hasMessageContaining("their beginning");
    }
  }

  @Test
  void readsOrRefusesWhatIsDamaged() {
    Map<Object, Object> shared = new HashMap<>(Map.of("a", root(), "b", new Node("n", null)));
    Object root = new Object[] {shared, root(), new boolean[2_000], new long[200], shared};
    Laid laid = Tables.of(forms, root);
    NodeTable good = laid.table();
    assertThat(StraightReader.isStraight(good)).isTrue();
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 3_000; i++) {
      byte[] steps = Tables.bytes(good.steps());
      for (int n = random.nextInt(3); n >= 0; n--) {
        steps[random.nextInt(steps.length)] =
            random.nextBoolean() ? steps[random.nextInt(steps.length)] : (byte) random.nextInt();
      }
      try {
        laid.with(Tables.with(good, steps)).graph(forms);
      } catch (EntourageException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(700, 2_999);
  }
}
