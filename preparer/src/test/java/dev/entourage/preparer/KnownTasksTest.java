package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.RemoteCallable;
import dev.entourage.spi.Preparation;
import dev.entourage.spi.PreparationLayer;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Warm tasks take a short way; what they need is found none the less. */
class KnownTasksTest {

  private final Preparer preparer = new Preparer(PreparerOptions.bare());
  private final Codec codec =
      new Codec(new Travel.ArraysMarshaller(preparer.normalForm()), preparer.normalForm());

  record One(int number) {}

  record Other(String text) {}

  static final class Envelope implements Serializable {
    private static final long serialVersionUID = 1L;
    private final boolean first;

    Envelope(boolean first) {
      this.first = first;
    }

    private Object writeReplace() {
      return first ? new First() : new Second();
    }
  }

  static final class First implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  static final class Second implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  private Manifest seal(Object task) {
    PreparedTask prepared = preparer.prepare(task);
    return preparer.seal(prepared, codec.encode(prepared).classes());
  }

  private static RemoteCallable<Object> capturing(Object captured) {
    return () -> captured;
  }

  @Test
  void warmTasksHaveTheManifestOfTheFirst() {
    Manifest cold = seal(capturing(new One(1)));
    assertThat(seal(capturing(new One(2)))).isSameAs(cold);
    assertThat(seal(capturing(new One(3)))).isSameAs(cold);
    assertThat(new Preparer(PreparerOptions.bare()).prepare(capturing(new One(1))).roots())
        .isEqualTo(preparer.prepare(capturing(new One(2))).roots());
  }

  @Test
  void tasksOfOtherClassesAreOthers() {
    for (int i = 0; i < 3; i++) {
      assertThat(roots(new ArrayList<>(List.of(new One(1)))))
          .contains(One.class)
          .doesNotContain(Other.class);
      assertThat(roots(new ArrayList<>(List.of(new Other("x")))))
          .contains(Other.class)
          .doesNotContain(One.class);
      assertThat(roots(new ArrayList<>(List.of(One.class))))
          .contains(One.class)
          .doesNotContain(Other.class);
      assertThat(roots(new ArrayList<>(List.of(Other.class))))
          .contains(Other.class)
          .doesNotContain(One.class);
    }
  }

  private Set<Class<?>> roots(Object task) {
    PreparedTask prepared = preparer.prepare(task);
    preparer.seal(prepared, codec.encode(prepared).classes());
    return prepared.roots();
  }

  /** What the walk doesn't see may be another class each time. */
  @Test
  void aClassThatShowsOnlyWhileEncodingIsNeverMissed() {
    for (int i = 0; i < 3; i++) {
      assertThat(encoded(new Envelope(true))).contains(First.class).doesNotContain(Second.class);
      assertThat(encoded(new Envelope(false))).contains(Second.class).doesNotContain(First.class);
    }
  }

  private Set<Class<?>> encoded(Object task) {
    PreparedTask prepared = preparer.prepare(task);
    Set<Class<?>> classes = codec.encode(prepared).classes();
    preparer.seal(prepared, classes);
    return classes;
  }

  @Test
  void layersOfTheUserSeeEachTask() {
    List<Object> seen = new ArrayList<>();
    PreparationLayer counting =
        new PreparationLayer() {
          @Override
          public String id() {
            return "counting";
          }

          @Override
          public void prepare(Preparation task) {
            seen.add(task.root());
          }
        };
    Preparer asked =
        new Preparer(
            new PreparerOptions(
                false, Set.of(), Set.of(), Set.of(), List.of(counting), List.of(), List.of()));
    asked.prepare("a");
    asked.prepare("b");
    assertThat(seen).containsExactly("a", "b");
  }
}
