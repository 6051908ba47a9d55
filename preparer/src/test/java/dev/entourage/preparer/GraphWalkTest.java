package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.RemoteCallable;
import dev.entourage.spi.RefusedException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GraphWalkTest {

  private static final Forms FORMS =
      (Forms) NormalForms.over(GraphWalkTest.class.getClassLoader(), List.of(), List.of());

  interface Face extends java.io.Serializable {
    Object run();
  }

  static final class Inner {}

  static final class Named {}

  static class State {
    Object held;
    String text = "t";

    State(Object held) {
      this.held = held;
    }

    Face face() {
      return () -> held;
    }
  }

  record Rec(Object first, int second) {}

  enum Kind {
    BODY {},
    PLAIN
  }

  static class Mine extends ArrayList<Object> {}

  private Set<Class<?>> classes(Object root) {
    return GraphWalk.walk(FORMS, root).classes();
  }

  @Test
  void tellsAllClassesThatALambdaNeeds() {
    assertThat(classes(new State(new Inner()).face()))
        .contains(State.class, Face.class, Inner.class)
        .filteredOn(Class::isHidden)
        .as("its own class tells which code the task brings")
        .singleElement()
        .matches(Lambdas::isLambda);
    RemoteCallable<Named> constructor = Named::new;
    assertThat(classes(constructor))
        .contains(GraphWalkTest.class, RemoteCallable.class, Named.class);
  }

  @Test
  void tellsClassesThatAreValues() throws Exception {
    assertThat(classes(new State(Inner.class))).contains(Inner.class);
    assertThat(classes(new State(Inner[].class))).contains(Inner[].class);
    assertThat(classes(Rec.class.getDeclaredMethod("first"))).contains(Rec.class);
  }

  @Test
  void looksIntoEveryContainer() {
    Object[] containers = {
      List.of(new Inner()),
      new Object[][] {{new Inner()}},
      Map.of(new Inner(), 1),
      new HashMap<>(Map.of(1, new Inner())),
      new TreeMap<>(Map.of("k", new Inner())),
      Collections.unmodifiableList(new ArrayList<>(List.of(new Inner()))),
      Optional.of(new Inner()),
      new Rec(new Inner(), 1),
      new EnumMap<>(Map.of(Kind.PLAIN, new Inner())),
      new State(new State(new Inner())),
      new IllegalStateException() {
        final transient Object skipped = new Named();
        final Object inner = new Inner();
      },
      new Mine() {
        final Object inner = new Inner();
      },
    };
    for (Object container : containers) {
      assertThat(classes(container))
          .as("classes of %s", container.getClass())
          .contains(Inner.class)
          .doesNotContain(Named.class);
    }
  }

  @Test
  void tellsEnumsWithTheirBodies() {
    assertThat(classes(Kind.BODY)).contains(Kind.class, Kind.BODY.getClass());
    assertThat(classes(EnumSet.of(Kind.PLAIN))).contains(Kind.class);
    assertThat(classes(EnumSet.noneOf(Kind.class))).contains(Kind.class);
  }

  @Test
  void tellsInterfacesAndHandlersOfProxies() {
    class Handler implements InvocationHandler {
      @Override
      public Object invoke(Object proxy, java.lang.reflect.Method method, Object[] arguments) {
        return null;
      }
    }
    Object proxy =
        Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {Face.class}, new Handler());
    assertThat(classes(proxy)).contains(Face.class, Handler.class).noneMatch(Proxy::isProxyClass);
  }

  @Test // C20
  void measuresDepthWithoutRecursion() {
    Object nested = null;
    for (int i = 0; i < 200_000; i++) {
      nested = new State(nested);
    }
    assertThat(GraphWalk.walk(FORMS, nested).depth()).isEqualTo(199_999);
    assertThat(GraphWalk.walk(FORMS, new State(null)).depth()).isZero();
    assertThat(GraphWalk.walk(FORMS, null).depth()).isZero();
  }

  @Test
  void endsOnCycles() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    list.add(new Rec(list, 1));
    assertThat(classes(list)).containsExactly(ArrayList.class, Rec.class);
  }

  static final class Link {
    final Link next;

    Link(Link next) {
      this.next = next;
    }
  }

  record Leaf(Kind kind) {}

  @Test
  void tellsClassesOfFieldsThatItDoesntLookAt() {
    class Owner {
      Leaf leaf;
      Link[] links;
    }
    assertThat(classes(new Owner())).contains(Owner.class, Leaf.class, Kind.class, Link.class);
  }

  @Test // C20
  void measuresClosedObjectsUntilThereAreTooMany() {
    Link link = null;
    for (int i = 0; i < 1_000; i++) {
      link = new Link(link);
    }
    assertThat(GraphWalk.walk(FORMS, new State(link)).depth()).isEqualTo(1_000);
    for (int i = 0; i < 100_000; i++) {
      link = new Link(link);
    }
    assertThat(GraphWalk.walk(FORMS, link).depth()).isEqualTo(GraphWalk.UNKNOWN_DEPTH);
  }

  @Test
  void forgetsEverythingOnceItIsDone() {
    assertThat(classes(new State(new Inner()))).contains(Inner.class);
    assertThat(classes(new State(new Named()))).doesNotContain(Inner.class);
    try {
      classes(new Object[] {new State(new Named()), new State(new Thread())});
    } catch (RefusedException e) {
      assertThat(classes(new Rec(1, 1))).containsExactly(Rec.class);
    }
  }

  @Test // C20: backends write the first element first, and go down the whole chain from there
  void measuresDepthInTheOrderInWhichBackendsWrite() {
    List<Object> chain = new ArrayList<>();
    State next = null;
    for (int i = 0; i < 10_000; i++) {
      next = new State(next);
      chain.add(0, next);
    }
    Map<Object, Object> byNumber = new LinkedHashMap<>();
    chain.forEach(state -> byNumber.put(byNumber.size(), state));
    for (Object container : new Object[] {chain, chain.toArray(), byNumber}) {
      assertThat(GraphWalk.walk(FORMS, container).depth())
          .as("depth of %s", container.getClass())
          .isEqualTo(10_000);
    }
  }
}
