package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entourage.PreparationException;
import dev.entourage.RemoteCallable;
import dev.entourage.spi.Preparation;
import dev.entourage.spi.PreparationLayer;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Warm tasks take a short way; what they need is found none the less. */
class KnownTasksTest {

  private final Preparer preparer = new Preparer(PreparerOptions.bare());
  private final Codec codec = codec(preparer);

  private static Codec codec(Preparer preparer) {
    return new Codec(new Travel.ArraysMarshaller(preparer.normalForm()), preparer.normalForm());
  }

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

  static final class Ghost implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Only its identity tells it from others. */
    static final Object NONE = new Object();

    private Object writeReplace() {
      return new Standing();
    }
  }

  static final class Standing implements Serializable {
    private static final long serialVersionUID = 1L;

    private Object readResolve() {
      return this;
    }
  }

  static final class Link {
    private final Link next;

    Link(Link next) {
      this.next = next;
    }

    static Link chain(int length) {
      Link first = null;
      for (int i = 0; i < length; i++) {
        first = new Link(first);
      }
      return first;
    }
  }

  private ReadyTask ready(Object task) {
    return preparer.ready(task, Statics.none(), codec);
  }

  private Set<Class<?>> classes(Object task) {
    return ready(task).encoded().classes();
  }

  private static RemoteCallable<Object> capturing(Object captured) {
    return () -> captured;
  }

  private static ArrayList<Object> listOf(Object... elements) {
    return new ArrayList<>(Arrays.asList(elements));
  }

  private static Object call(ReadyTask task) throws Exception {
    Codec reader = Travel.codec(KnownTasksTest.class.getClassLoader());
    return ((RemoteCallable<?>) reader.decode(task.encoded().bytes())).call();
  }

  @Test
  void warmTasksHaveTheManifestOfTheFirst() throws Exception {
    Manifest cold = ready(capturing(new One(1))).manifest();
    for (int i = 2; i < 4; i++) {
      ReadyTask warm = ready(capturing(new One(i)));
      assertThat(warm.manifest()).isSameAs(cold);
      assertThat(call(warm)).isEqualTo(new One(i));
    }
  }

  /** Says whether somebody walks over one of its objects. */
  private static final class WatchedKind implements FormKind {
    private int walks;

    @Override
    public String kind() {
      return "watched";
    }

    @Override
    public boolean takes(Class<?> type) {
      return type == Other.class;
    }

    @Override
    public Form form(Object value) {
      return new Form(kind(), new String[0], new Object[] {((Other) value).text()});
    }

    @Override
    public void inside(Object value, Consumer<Object> parts, Consumer<Class<?>> named) {
      walks++;
      FormKind.super.inside(value, parts, named);
    }

    @Override
    public Object rebuild(Form form, Object shell, ClassLoader loader) {
      return new Other((String) form.parts()[0]);
    }
  }

  @Test
  void onlyTheFirstIsWalked() {
    WatchedKind kind = new WatchedKind();
    Preparer watched = withKind(kind);
    Codec own = codec(watched);
    for (int i = 0; i < 3; i++) {
      Manifest each =
          watched.ready(capturing(new Other("text " + i)), Statics.none(), own).manifest();
      assertThat(each.entries()).isNotEmpty();
    }
    assertThat(kind.walks).isEqualTo(1);
  }

  @Test
  void aResultIsWalkedOnlyWhereAClassIsNew() {
    WatchedKind kind = new WatchedKind();
    Codec own = codec(withKind(kind));
    own.encode(listOf(new Other("a")));
    assertThat(kind.walks).isEqualTo(1);
    own.encode(listOf(new Other("b")));
    assertThat(kind.walks).isEqualTo(1);
    own.encode(listOf(new Other("c"), new One(1)));
    assertThat(kind.walks).isEqualTo(2);
    own.encode(listOf(new Other("d"), new One(2)));
    assertThat(kind.walks).isEqualTo(2);
  }

  private static Preparer withKind(FormKind kind) {
    return new Preparer(
        new PreparerOptions(
            false, Set.of(), Set.of(), Set.of(), List.of(), List.of(), List.of(kind)));
  }

  @Test
  void tasksOfOtherClassesAreOthers() {
    for (int i = 0; i < 3; i++) {
      assertThat(classes(listOf(new One(1)))).contains(One.class).doesNotContain(Other.class);
      assertThat(classes(listOf(new Other("x")))).contains(Other.class).doesNotContain(One.class);
      assertThat(classes(listOf(One.class))).contains(One.class).doesNotContain(Other.class);
      assertThat(classes(listOf(Other.class))).contains(Other.class).doesNotContain(One.class);
      assertThat(classes(listOf(new One(1), new Other("x")))).contains(One.class, Other.class);
    }
  }

  /** What the walk doesn't see may be another class each time. */
  @Test
  void aClassThatShowsOnlyWhileEncodingIsNeverMissed() {
    for (int i = 0; i < 3; i++) {
      assertThat(classes(new Envelope(true))).contains(First.class).doesNotContain(Second.class);
      assertThat(classes(new Envelope(false))).contains(Second.class).doesNotContain(First.class);
    }
  }

  /** A class that stands for another isn't told, but what it brings counts from the start. */
  @Test
  void aConstantOfAClassThatIsNewIsKnownAtOnce() throws Exception {
    for (int i = 0; i < 3; i++) {
      ready(capturing(listOf(new Object(), new Standing())));
    }
    List<?> copy = (List<?>) call(ready(capturing(listOf(Ghost.NONE, new Ghost()))));
    assertThat(copy.get(0)).isSameAs(Ghost.NONE);
  }

  @Test
  void aWarmTaskIsRefusedWithThePath() {
    for (int i = 0; i < 3; i++) {
      ready(capturing(listOf(new One(1))));
      assertThatThrownBy(() -> ready(capturing(listOf(new One(1), new Thread()))))
          .isInstanceOf(PreparationException.class)
          .hasMessageContaining("captured value 1")
          .hasMessageContaining("[1]");
    }
  }

  /** The classes are the same, but who reads it needs a bigger stack. */
  @Test
  void aDeepTaskIsNoShallowOne() {
    for (int i = 0; i < 3; i++) {
      ready(capturing(Link.chain(100)));
      assertThat(Trailer.depth(ready(capturing(Link.chain(1000))).encoded().bytes()))
          .isGreaterThanOrEqualTo(1000);
    }
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
    asked.ready("a", Statics.none(), codec(asked));
    asked.ready("b", Statics.none(), codec(asked));
    assertThat(seen).containsExactly("a", "b");
  }
}
