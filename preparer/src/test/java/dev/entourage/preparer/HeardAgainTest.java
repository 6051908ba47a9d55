package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of what a marshaller tells, the first time of each class counts, and nothing else. */
class HeardAgainTest {

  private static final Class<?>[] CLASSES = {
    String.class, Integer.class, List.class, Set.class, int[].class
  };

  private static KnownTask known(Class<?>... told) {
    return new KnownTask(Object.class, told, Set.of(), null, new Unchanged(List.of()));
  }

  private static KnownTask heard(KnownTask[] alike, Class<?>... told) {
    HeardAgain heard = new HeardAgain(alike);
    try {
      for (Class<?> type : told) {
        heard.accept(type);
      }
      return heard.task();
    } catch (WalkFirst e) {
      return null;
    }
  }

  @Test
  void findsTheOneOfWhichTheSameWasTold() {
    KnownTask two = known(String.class, Integer.class);
    KnownTask one = known(String.class);
    KnownTask none = known();
    KnownTask other = known(String.class, List.class);
    KnownTask[] alike = {two, one, none, other};
    assertThat(heard(alike, String.class, Integer.class)).isSameAs(two);
    assertThat(heard(alike, String.class)).isSameAs(one);
    assertThat(heard(alike)).isSameAs(none);
    assertThat(heard(alike, String.class, List.class)).isSameAs(other);
    assertThat(heard(alike, Integer.class)).isNull();
    assertThat(heard(alike, String.class, Integer.class, List.class)).isNull();
    assertThat(heard(alike, Integer.class, String.class)).isNull();
  }

  @Test
  void whatIsToldAgainMakesNoDifference() {
    KnownTask task = known(String.class, Integer.class, List.class);
    KnownTask[] alike = {task};
    assertThat(heard(alike, String.class, Integer.class, String.class, Integer.class, List.class))
        .isSameAs(task);
    assertThat(heard(alike, String.class, Integer.class, List.class, Integer.class)).isSameAs(task);
    assertThat(heard(alike, String.class, String.class, Integer.class)).isNull();
  }

  @Test
  void saysTheSameAsASimpleComparison() {
    Random random = new Random(4);
    for (int i = 0; i < 20_000; i++) {
      KnownTask[] alike =
          IntStream.range(0, 1 + random.nextInt(4))
              .mapToObj(any -> known(distinct(some(random))))
              .toArray(KnownTask[]::new);
      Class<?>[] told = some(random);
      KnownTask found = heard(alike, told);
      List<KnownTask> right =
          List.of(alike).stream()
              .filter(task -> List.of(task.told()).equals(List.of(distinct(told))))
              .toList();
      assertThat(found == null ? right.isEmpty() : right.contains(found)).isTrue();
    }
  }

  private static Class<?>[] some(Random random) {
    return random
        .ints(random.nextInt(8), 0, CLASSES.length)
        .mapToObj(i -> CLASSES[i])
        .toArray(Class<?>[]::new);
  }

  private static Class<?>[] distinct(Class<?>... told) {
    return List.of(told).stream().distinct().toArray(Class<?>[]::new);
  }
}
