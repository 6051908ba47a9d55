package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberingTest {

  private static final int MANY = 10_000;

  @Test
  void numbersThingsInTheirOrderHoweverManyThereAre() {
    for (Numbering numbering : List.of(new Numbering.ByIdentity(), new Numbering.ByEquality())) {
      List<String> things = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        things.add("thing " + i);
        assertThat(numbering.number(things.get(i))).isEqualTo(i);
      }
      for (int i = 0; i < MANY; i++) {
        assertThat(numbering.number(things.get(i))).isEqualTo(i);
        assertThat(numbering.item(i)).isSameAs(things.get(i));
      }
      assertThat(numbering.toArray(new String[0])).containsExactlyElementsOf(things);
    }
  }

  @Test
  void takesEqualThingsForTheSameOnlyWhereAsked() {
    Object one = List.of(1);
    Object equal = new ArrayList<>(List.of(1));
    Numbering byIdentity = new Numbering.ByIdentity();
    Numbering byEquality = new Numbering.ByEquality();
    assertThat(byIdentity.number(one)).isZero();
    assertThat(byIdentity.number(equal)).isEqualTo(1);
    assertThat(byEquality.number(one)).isZero();
    assertThat(byEquality.number(equal)).isZero();
    assertThat(byEquality.size()).isEqualTo(1);
  }

  @Test
  void knowsNothingOfWhatWasBeforeItWasCleared() {
    Numbering numbering = new Numbering.ByIdentity();
    List<Object> things = new ArrayList<>();
    for (int round = 0; round < 50; round++) {
      int size = round % 7 == 0 ? MANY / 10 : round;
      while (things.size() < size) {
        things.add(new Object());
      }
      for (int i = 0; i < size; i++) {
        assertThat(numbering.number(things.get(size - 1 - i))).isEqualTo(i);
      }
      for (int i = 0; i < size; i++) {
        assertThat(numbering.number(things.get(size - 1 - i))).isEqualTo(i);
      }
      assertThat(numbering.size()).isEqualTo(size);
      numbering.clear();
      assertThat(numbering.size()).isZero();
    }
  }
}
