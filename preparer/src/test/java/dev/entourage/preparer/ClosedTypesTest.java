package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.preparer.ClosedTypes.Closed;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClosedTypesTest {

  private static final Marks MARKS = new Marks(type -> false);

  private static final ClosedTypes TYPES =
      new ClosedTypes(new Plans(Kinds.builtIn(MARKS, new NamedClasses(null)), 0, MARKS));

  record Leaves(int number, String text, Long boxed, byte[] bytes, UUID id) {}

  record Nested(Leaves leaves, Leaves[][] more, Colour colour) {}

  enum Colour {
    RED {},
    GREEN
  }

  sealed interface Shape permits Circle, Square {}

  record Circle(Leaves centre) implements Shape {}

  enum Square implements Shape {
    ONLY
  }

  sealed interface Loose permits Circled, Slack {}

  record Circled(Circle circle) implements Loose {}

  non-sealed interface Slack extends Loose {}

  static final class Ring {
    Ring next;
    Colour colour;
    transient Object ignored;
  }

  static final class HoldsThread {
    Thread thread;
  }

  static final class SaysItself implements Serializable {
    private Object writeReplace() {
      return this;
    }
  }

  static class Extensible {}

  private static Closed of(Class<?> type) {
    return TYPES.get(type);
  }

  @Test
  void closesWhatHasOnlyClosedFields() {
    assertThat(of(Leaves.class).classes()).containsExactly(Leaves.class);
    assertThat(of(Nested.class).classes())
        .contains(Nested.class, Leaves.class, Leaves[].class, Colour.class, Colour.RED.getClass());
    assertThat(of(double[][].class).isClosed()).isTrue();
    assertThat(of(String.class).isClosed()).isTrue();
  }

  @Test
  void closesSealedHierarchies() {
    assertThat(of(Shape.class).classes())
        .containsExactlyInAnyOrder(Circle.class, Leaves.class, Square.class);
  }

  @Test
  void closesTypesThatReferToThemselvesAndSaysSo() {
    assertThat(of(Ring.class).isClosed()).isTrue();
    assertThat(of(Ring.class).recursive()).isTrue();
    assertThat(of(Nested.class).recursive()).isFalse();
  }

  @Test
  void leavesOpenWhatMayHoldAnythingRefuseOrSpeakForItself() {
    assertThat(
            List.of(
                Object.class,
                Object[].class,
                Class.class,
                Extensible.class,
                Extensible[].class,
                Loose.class,
                HoldsThread.class,
                SaysItself.class,
                List.class,
                Number.class,
                Enum.class))
        .allSatisfy(type -> assertThat(of(type).isClosed()).as(type.getName()).isFalse());
  }
}
