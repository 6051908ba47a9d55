package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.MarshallingException;
import dev.entourage.spi.NodeTable;
import dev.entourage.spi.NormalForm;
import java.lang.Thread.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Heads that a session has read before. */
class KnownHeadsTest {

  private final NormalForm forms =
      NormalForms.over(getClass().getClassLoader(), List.of(), List.of());

  @Test
  void readsTheTextsBehindThemAsTheFirstTime() {
    NodeTable table =
        Tables.of(
                forms,
                new Object[] {
                  new EnumMap<>(Map.of(State.NEW, 1)),
                  String.class,
                  "class",
                  "java.lang.String",
                  "enum-map",
                  State.class.getName(),
                  "class",
                  List.class
                })
            .table();
    assertThat(new StepsIn(table.steps()).reach()).isPositive();
    for (int i = 0; i < 3; i++) {
      Object[] copy = (Object[]) Tables.graph(forms, table);
      assertThat(copy)
          .containsExactly(
              Map.of(State.NEW, 1),
              String.class,
              "class",
              "java.lang.String",
              "enum-map",
              State.class.getName(),
              "class",
              List.class);
    }
  }

  @Test
  void tellsManyApart() {
    List<Object> types = new ArrayList<>();
    for (int length = 1; length < 200; length++) {
      types.add("[".repeat(length) + "I");
    }
    types.replaceAll(name -> ClassNames.find((String) name, getClass().getClassLoader()));
    NodeTable table = Tables.of(forms, types).table();
    assertThat(Tables.graph(forms, table)).isEqualTo(types);
    assertThat(Tables.graph(forms, table)).isEqualTo(types);
  }

  @Test
  void readsDifferentGraphsInTurns() {
    List<Object> types = List.of(String.class, new EnumMap<>(Map.of(State.NEW, 1)), int[].class);
    List<Object> others = List.of(new StringBuilder("b"), int[].class, String.class, "class");
    for (int i = 0; i < 3; i++) {
      for (List<Object> each : List.of(types, others)) {
        List<Object> several = new ArrayList<>(each);
        Object copy = Tables.graph(forms, Tables.of(forms, several).table());
        assertThat(copy).hasToString(several.toString());
      }
    }
  }

  @Test
  void refusesEachTimeWhatIsDamaged() {
    ToldSteps good = form("class", 1).number(0).text("[[[[[I").number(0);
    assertThat(graph(good)).isEqualTo(int[][][][][].class);
    assertThat(graph(good)).isEqualTo(int[][][][][].class);
    for (int i = 0; i < 2; i++) {
      refuses("no kind of form", form("no such kind", 1).number(0).text("[[[[[I").number(0));
      refuses("doesn't fit", form("class", 0).number(0));
      refuses("a length", form("class", 120).number(0).text("[[[[[I").number(0));
      refuses("its end", form("class", 2).number(0).text("[[[[[I").number(0).number(126));
      refuses("a length", form("class", -1).number(0).text("[[[[[I").number(0));
    }
    byte[] bytes = good.toBytes();
    for (int length = 1; length < bytes.length; length++) {
      byte[] less = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> Tables.graph(forms, Tables.of(less)))
          .isInstanceOf(MarshallingException.class);
    }
  }

  private static ToldSteps form(String kind, long texts) {
    return new ToldSteps().step(Straight.FORM, 0).number(0).text(kind).number(texts);
  }

  private Object graph(ToldSteps steps) {
    return Tables.graph(forms, Tables.of(steps.toBytes()));
  }

  private void refuses(String what, ToldSteps steps) {
    assertThatThrownBy(() -> graph(steps))
        .isInstanceOf(MarshallingException.class)
        .hasMessageContaining(what);
  }
}
