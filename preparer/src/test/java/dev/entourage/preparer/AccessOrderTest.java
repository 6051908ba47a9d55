package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessOrderTest {

  private static LinkedHashMap<Object, Object> map(boolean accessOrder) {
    LinkedHashMap<Object, Object> map = new LinkedHashMap<>(16, 0.75f, accessOrder);
    map.putAll(Map.of("a", 1, "b", 2, "c", 3));
    return map;
  }

  @Test
  void isTheSameWithAndWithoutTheFieldAtHand() {
    for (boolean expected : new boolean[] {true, false}) {
      assertThat(AccessOrder.of(map(expected))).isEqualTo(expected);
      assertThat(AccessOrder.shownBy(map(expected))).isEqualTo(expected);
    }
  }

  @Test
  void isToldWithoutCopyingTheMap() {
    LinkedHashMap<Object, Object> uncopied =
        new LinkedHashMap<>() {
          @Override
          public Object clone() {
            throw new AssertionError("copied");
          }
        };
    assertThat(AccessOrder.of(uncopied)).isFalse();
  }

  @Test // C21
  void leavesTheOrderOfTheEntriesAlone() {
    LinkedHashMap<Object, Object> map = map(true);
    String before = map.toString();
    AccessOrder.of(map);
    AccessOrder.shownBy(map);
    assertThat(map).hasToString(before);
  }
}
