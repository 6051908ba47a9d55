package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.EntourageException;
import dev.entourage.MarshallingException;
import dev.entourage.preparer.Tables.Laid;
import dev.entourage.spi.NodeTable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Code made for a class reads what the loop over its fields reads, and refuses what that does. */
class MakerTest {

  private final Forms loop = forms(Integer.MAX_VALUE);
  private final Forms made = forms(0);

  private static Forms forms(int many) {
    Forms forms =
        new Forms(MakerTest.class.getClassLoader(), List.of(), List.of(), new Marks(t -> false));
    forms.names().makeAfter(many);
    return forms;
  }

  static class Base {
    private final long number;
    private final Object other;

    Base(long number, Object other) {
      this.number = number;
      this.other = other;
    }
  }

  static final class All extends Base {
    final String text;
    private final boolean flag;
    private final byte small;
    private final char letter;
    private final short number;
    final int whole;
    private final float part;
    final double ratio;
    List<Object> list;
    All next;

    All(int i, All next, Object other) {
      super(-i * 5_000_000_000L, other);
      text = i % 5 == 0 ? null : "text " + i % 7;
      flag = i % 2 == 0;
      small = (byte) i;
      letter = (char) (i * 300);
      number = (short) (i * 999);
      whole = i * 77_777;
      part = i / 3f;
      ratio = i / 7.0;
      this.next = next;
    }
  }

  record Each(
      boolean flag,
      String text,
      byte small,
      char letter,
      Object other,
      short number,
      int whole,
      long large,
      float part,
      double ratio) {}

  record Checked(int positive, String text) {
    Checked {
      if (positive < 0) {
        throw new IllegalArgumentException("positive=" + positive);
      }
    }
  }

  record Ten(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j) {}

  private static Object graph(int size) {
    List<Object> all = new ArrayList<>();
    All last = null;
    for (int i = 0; i < size; i++) {
      Each each =
          new Each(
              i % 2 > 0,
              i % 4 == 0 ? null : "t" + i,
              (byte) i,
              (char) i,
              last,
              (short) -i,
              i,
              ~i,
              -i / 9f,
              i / 11.0);
      All next = new All(i, i % 3 == 0 ? last : null, i % 2 == 0 ? each : last);
      next.list = i % 4 == 1 ? null : new ArrayList<>(List.of(next, i));
      last = next;
      all.add(next);
      all.add(each);
      all.add(new Checked(i, "checked"));
      all.add(new Ten(1, 2, 3, 4, 5, 6, 7, 8, 9, i));
    }
    return all;
  }

  @Test
  void readsWhatTheLoopReads() {
    Laid laid = Tables.of(loop, graph(40));
    for (int times = 0; times < 3; times++) {
      assertThat(outcome(made, laid)).isEqualTo(outcome(loop, laid)).startsWith("[");
    }
    List<?> copy = (List<?>) laid.graph(made);
    assertThat(copy.get(4 * 39 + 2)).isEqualTo(new Checked(39, "checked"));
    assertThat(((Each) copy.get(4 * 39 + 1)).other()).isSameAs(all(copy, 38));
    All all = all(copy, 36);
    assertThat(all.list.get(0)).isSameAs(all);
    assertThat(all.ratio).isEqualTo(36 / 7.0);
  }

  private static All all(List<?> graph, int number) {
    return (All) graph.get(4 * number);
  }

  @Test
  void readsOrRefusesWhatTheLoopReadsOrRefuses() {
    Laid laid = Tables.of(loop, graph(6));
    Random random = new Random(11);
    int refused = 0;
    for (int i = 0; i < 4_000; i++) {
      byte[] steps = Tables.bytes(laid.table().steps());
      for (int n = random.nextInt(2); n >= 0; n--) {
        steps[random.nextInt(steps.length)] = (byte) random.nextInt();
      }
      NodeTable table = Tables.with(laid.table(), steps);
      String expected = outcome(loop, laid.with(table));
      assertThat(outcome(made, laid.with(table))).as("change " + i).isEqualTo(expected);
      refused += expected.startsWith("[") ? 0 : 1;
    }
    assertThat(refused).isBetween(1_000, 3_900);
  }

  /** What arrives, as bytes; where nothing does, why. */
  private String outcome(Forms forms, Laid laid) {
    try {
      Laid again = Tables.of(loop, laid.graph(forms));
      return Arrays.toString(Tables.bytes(again.table().steps()));
    } catch (EntourageException e) {
      return e.getClass().getName();
    }
  }

  @Test
  void isMadeOfAClassOfItsOwnForEachClassThatHasRoom() {
    Maker objects = Maker.ofObjects(All.class, Layout.of(All.class).order());
    Maker records = Maker.ofRecords(Each.class, Layout.of(Each.class).order());
    assertThat(List.of(objects, records)).allMatch(maker -> maker.getClass().isHidden());
    assertThat(Maker.ofObjects(All.class, Layout.of(All.class).order()))
        .doesNotHaveSameClassAs(objects);
    assertThat(Maker.ofRecords(Ten.class, Layout.of(Ten.class).order())).isNull();
    assertThat(Maker.ofObjects(Ten.class, Layout.of(Ten.class).order())).isNull();
  }

  /** Defines one class once more. */
  private static final class Again extends ClassLoader {

    Class<?> define(Class<?> type) throws IOException {
      String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
      try (InputStream in = type.getResourceAsStream(file)) {
        byte[] bytes = in.readAllBytes();
        return defineClass(type.getName(), bytes, 0, bytes.length);
      }
    }
  }

  private static Doomed makersOfAnotherLoader() throws IOException {
    Again loader = new Again();
    for (Class<?> each : List.of(Base.class, Each.class)) {
      Class<?> type = loader.define(each);
      FieldOrder order = Layout.of(type).order();
      assertThat(type.isRecord() ? Maker.ofRecords(type, order) : Maker.ofObjects(type, order))
          .isNotNull();
    }
    return new Doomed(loader);
  }

  @Test
  void goesWithTheLoaderOfTheClass() throws Exception {
    makersOfAnotherLoader().assertGoes();
  }

  @Test
  void tellsWhatAConstructorRefuses() {
    byte[] steps =
        new ToldSteps()
            .step(Straight.RECORD, 0)
            .text(Checked.class.getName())
            .eightBytes(Layout.of(Checked.class).order().fingerprint())
            .signed(-1)
            .step(Straight.NULL, 0)
            .toBytes();
    NodeTable table = Tables.of(steps);
    for (Forms forms : List.of(loop, made)) {
      assertThatThrownBy(() -> Tables.graph(forms, table))
          .isInstanceOf(MarshallingException.class)
          .hasMessageContaining("refused its components")
          .hasRootCauseMessage("positive=-1");
    }
  }
}
