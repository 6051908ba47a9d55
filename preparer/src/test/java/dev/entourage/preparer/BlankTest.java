package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.MarshallingException;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class BlankTest {

  private static final List<Function<Class<?>, Blank>> WAYS =
      List.of(Blank::of, Blank::constructing);

  static final class Checking {
    static int made;

    final String name;

    Checking(String name) {
      made++;
      this.name = name;
    }
  }

  record Pair(int first, int second) {}

  static final class Broken {
    static final int NUMBER = Integer.parseInt("no number");
  }

  static final class BrokenToo {
    static final int NUMBER = Integer.parseInt("no number");
  }

  @Test
  void runsNoConstructorOfTheClass() {
    for (Function<Class<?>, Blank> way : WAYS) {
      Blank blank = way.apply(Checking.class);
      Checking made = (Checking) blank.make();
      assertThat(made.name).isNull();
      assertThat(blank.make()).isNotSameAs(made);
    }
    assertThat(Checking.made).isZero();
  }

  @Test
  void refusesClassesOfWhichThereAreNoObjects() {
    for (Function<Class<?>, Blank> way : WAYS) {
      for (Class<?> type : List.of(Number.class, Runnable.class, int[].class, Pair.class)) {
        assertThatThrownBy(() -> way.apply(type).make())
            .isInstanceOf(MarshallingException.class)
            .hasMessageContaining(type.getName());
      }
    }
  }

  @Test
  void tellsWhyAClassDidNotBegin() {
    assertThatThrownBy(() -> Blank.of(Broken.class).make())
        .isInstanceOf(MarshallingException.class)
        .hasRootCauseInstanceOf(NumberFormatException.class);
    assertThatThrownBy(() -> Blank.constructing(BrokenToo.class).make())
        .isInstanceOf(MarshallingException.class)
        .hasRootCauseInstanceOf(NumberFormatException.class);
  }
}
