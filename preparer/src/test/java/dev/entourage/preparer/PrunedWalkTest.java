package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entourage.spi.PreparationLayer;
import dev.entourage.spi.RefusedException;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The walk leaves out most objects; what it finds must be what a walk of every object finds. */
class PrunedWalkTest {

  private static final Forms FORMS =
      (Forms) NormalForms.over(PrunedWalkTest.class.getClassLoader(), List.of(), List.of());

  /** Takes a class that would be closed, and puts something else into its place. */
  private static final Forms LAYERED =
      (Forms)
          NormalForms.over(PrunedWalkTest.class.getClassLoader(), List.of(new Layer()), List.of());

  private static final class Layer implements PreparationLayer {
    @Override
    public String id() {
      return "test";
    }

    @Override
    public boolean replaces(Class<?> type) {
      return type == Plain.class;
    }

    @Override
    public Object replace(Object value) {
      return List.of(new StandIn());
    }
  }

  static final class StandIn {}

  record Plain(int number, String text) {}

  record Nested(Plain plain, Plain[] more, double[][] numbers, Colour colour) {}

  enum Colour {
    RED,
    GREEN {}
  }

  sealed interface Shape permits Circle, Square, Group {}

  record Circle(Plain centre) implements Shape {}

  static final class Square implements Shape {
    Colour colour;
    UUID id = new UUID(1, 2);
  }

  record Group(Shape first, Shape second, Shape[] others) implements Shape {}

  sealed interface Loose permits Tight, Slack {}

  record Tight(Plain plain) implements Loose {}

  non-sealed interface Slack extends Loose {}

  static class Any implements Slack {
    Object held;
  }

  static final class Chain {
    Chain next;
    Chain previous;
    Nested nested;
    Shape shape;
  }

  static class Node {
    Node left;
    Node right;
  }

  static final class Wide {
    Object a;
    Node b;
    Loose c;
    Chain d;
    List<?> e;
    Class<?> f;
    Supplier<?> g;
  }

  static final class Replaced implements Serializable {
    Object held;

    Object writeReplace() {
      return new Any[] {any(held)};
    }
  }

  static final class MayRefuse {
    Thread thread;
    transient Thread ignored = Thread.currentThread();
  }

  static class Index extends ArrayList<Object> {
    Object held;
  }

  @Property(tries = 2_000)
  void findsAllThatAWalkOfEveryObjectFinds(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int size) {
    Random random = new Random(seed);
    Object root = new Graphs(random).make(size);
    Forms forms = random.nextInt(4) == 0 ? LAYERED : FORMS;
    String refusal = null;
    Set<Class<?>> expected = Set.of();
    try {
      expected = elements(RememberingWalk.classes(forms, root));
    } catch (RefusedException e) {
      refusal = e.getMessage();
    }
    try {
      assertThat(elements(GraphWalk.walk(forms, root).classes())).containsAll(expected);
      assertThat(refusal).as("what the walk overlooked").isNull();
    } catch (RefusedException e) {
      assertThat(refusal).isEqualTo(e.getMessage());
    }
  }

  /** Arrays come with what they hold, and nobody needs their own classes. */
  private static Set<Class<?>> elements(Set<Class<?>> classes) {
    return classes.stream().map(Roots::element).collect(Collectors.toSet());
  }

  private static Any any(Object held) {
    Any any = new Any();
    any.held = held;
    return any;
  }

  /** Makes objects of all sorts, then lets them refer to each other. */
  private static final class Graphs {

    private final Random random;
    private final boolean refusing;
    private final List<Object> pool = new ArrayList<>();

    Graphs(Random random) {
      this.random = random;
      this.refusing = random.nextInt(5) == 0;
    }

    Object make(int size) {
      for (int i = 0; i < size; i++) {
        pool.add(one(random.nextInt(37)));
      }
      pool.forEach(this::fill);
      return pick(Object.class);
    }

    private Object one(int sort) {
      return switch (sort) {
        case 0 -> new Plain(1, "text");
        case 1 -> new Nested(pick(Plain.class), new Plain[] {pick(Plain.class)}, null, colour());
        case 2 -> colour();
        case 3 -> new Circle(pick(Plain.class));
        case 4 -> new Square();
        case 5 -> new Group(pick(Shape.class), pick(Shape.class), new Circle[1]);
        case 6 -> new Tight(pick(Plain.class));
        case 7, 8 -> new Any();
        case 9, 10 -> new Chain();
        case 11, 12, 13 -> new Node();
        case 14, 15 -> new Wide();
        case 16 -> new Replaced();
        case 17 -> new MayRefuse();
        case 18 -> new Index();
        case 19 -> new Object[random.nextInt(9)];
        case 20 -> new Shape[random.nextInt(3)];
        case 21 -> new Node[random.nextInt(9)];
        case 22 -> new ArrayList<>();
        case 23 -> new ArrayDeque<>();
        case 24 -> new LinkedHashSet<>();
        case 25 -> new HashMap<>();
        case 26 -> new TreeMap<>(comparator(pick(Object.class)));
        case 27 -> new ConcurrentHashMap<>();
        case 28 -> new IdentityHashMap<>();
        case 29 -> new EnumMap<>(Colour.class);
        case 30 -> List.of(present(), present());
        case 31 -> Collections.unmodifiableList(Arrays.asList(pick(Object.class)));
        case 32 -> Map.of("k", present());
        case 33 -> Optional.ofNullable(pick(Object.class));
        case 34 -> new AtomicReference<>();
        case 35 -> Plain[].class;
        default -> held(pick(Object.class));
      };
    }

    private static Comparator<Object> comparator(Object held) {
      return (Comparator<Object> & Serializable)
          (a, b) -> held == a ? 0 : Integer.compare((Integer) a, (Integer) b);
    }

    private static Object held(Object held) {
      Supplier<Object> supplier = () -> held;
      return supplier;
    }

    private Colour colour() {
      return random.nextBoolean() ? Colour.RED : Colour.GREEN;
    }

    private void fill(Object each) {
      if (each instanceof Square square) {
        square.colour = colour();
      } else if (each instanceof Any any) {
        any.held = pick(Object.class);
      } else if (each instanceof Chain chain) {
        chain.next = pick(Chain.class);
        chain.previous = pick(Chain.class);
        chain.nested = pick(Nested.class);
        chain.shape = pick(Shape.class);
      } else if (each instanceof Node node) {
        node.left = pick(Node.class);
        node.right = pick(Node.class);
      } else if (each instanceof Wide wide) {
        fillWide(wide);
      } else if (each instanceof Replaced replaced) {
        replaced.held = pick(Object.class);
      } else if (each instanceof MayRefuse refuse && refusing) {
        refuse.thread = Thread.currentThread();
      } else {
        fillContainer(each);
      }
    }

    private void fillWide(Wide wide) {
      wide.a = pick(Object.class);
      wide.b = pick(Node.class);
      wide.c = pick(Loose.class);
      wide.d = pick(Chain.class);
      wide.e = pick(ArrayList.class);
      wide.f = random.nextBoolean() ? Circle.class : null;
      wide.g = pick(Supplier.class);
    }

    @SuppressWarnings("unchecked")
    private void fillContainer(Object each) {
      if (each instanceof Index index) {
        index.held = pick(Object.class);
      }
      int count = random.nextInt(8);
      if (each instanceof ArrayList || each instanceof ArrayDeque) {
        for (int i = 0; i < count; i++) {
          ((java.util.Collection<Object>) each).add(present());
        }
      } else if (each instanceof LinkedHashSet) {
        ((Set<Object>) each).add(any(pick(Object.class)));
      } else if (each instanceof EnumMap) {
        ((Map<Object, Object>) each).put(colour(), pick(Object.class));
      } else if (each.getClass() == HashMap.class
          || each.getClass() == LinkedHashMap.class
          || each.getClass() == TreeMap.class
          || each instanceof ConcurrentHashMap) {
        for (int i = 0; i < count; i++) {
          ((Map<Object, Object>) each).put(i, present());
        }
      } else if (each instanceof IdentityHashMap) {
        ((Map<Object, Object>) each).put(present(), pick(Object.class));
      } else if (each instanceof AtomicReference) {
        ((AtomicReference<Object>) each).set(pick(Object.class));
      } else if (each instanceof Object[] array) {
        Class<?> type = array.getClass().getComponentType();
        Arrays.setAll(array, i -> pick(type));
      }
    }

    private Object present() {
      Object found = pick(Object.class);
      return found != null ? found : "nothing";
    }

    /** Returns an object that fits, or sometimes null. */
    private <T> T pick(Class<T> type) {
      for (int i = 0; i < 6 && !pool.isEmpty(); i++) {
        Object found = pool.get(random.nextInt(pool.size()));
        if (type.isInstance(found)) {
          return type.cast(found);
        }
      }
      return null;
    }
  }
}
