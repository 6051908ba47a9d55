import dev.entourage.Workers;
import java.util.List;
import java.util.function.IntSupplier;

/** Classes in classes, hierarchies, and helpers that only this script has. */
public class HierarchyCases {

  public static void main(String[] args) {
    Cases.run(HierarchyCases.class, args);
  }

  abstract static class Animal {
    private final String name;

    Animal(String name) {
      this.name = name;
    }

    String speak() {
      return name + " makes ";
    }
  }

  static class Dog extends Animal {
    Dog(String name) {
      super(name);
    }

    @Override
    String speak() {
      return super.speak() + "woof";
    }
  }

  // A6
  static void superclassOfTheScriptAndItsMethod(Workers workers) throws Exception {
    Animal animal = new Dog("Rex");
    Cases.same("Rex makes woof", Cases.on(workers, animal::speak));
  }

  // A6
  static void localClass(Workers workers) throws Exception {
    int base = 40;
    class Adder {
      int add(int x) {
        return base + x;
      }
    }
    Adder adder = new Adder();
    Cases.same(42, Cases.on(workers, () -> adder.add(2)));
  }

  // A6
  static void anonymousClass(Workers workers) throws Exception {
    int base = 40;
    IntSupplier supplier =
        new IntSupplier() {
          @Override
          public int getAsInt() {
            return base + 3;
          }
        };
    Cases.same(43, Cases.on(workers, supplier::getAsInt));
  }

  class Inner {
    int twice() {
      return outerField * 2;
    }
  }

  private int outerField = 21;

  // A6
  static void innerClassWithItsOuterInstance(Workers workers) throws Exception {
    HierarchyCases outer = new HierarchyCases();
    Inner inner = outer.new Inner();
    outer.outerField = 33;
    Cases.same(66, Cases.on(workers, inner::twice));
  }

  enum Operator {
    PLUS {
      @Override
      int apply(int a, int b) {
        return a + b;
      }
    },
    TIMES {
      @Override
      int apply(int a, int b) {
        return a * b;
      }
    };

    abstract int apply(int a, int b);
  }

  // A6
  static void enumWithBodies(Workers workers) throws Exception {
    Operator operator = Operator.TIMES;
    Cases.same(42, Cases.on(workers, () -> operator.apply(6, 7)));
    Cases.check(Cases.on(workers, () -> operator) == Operator.TIMES, "another constant came home");
  }

  sealed interface Shape permits Circle, Square {
    double area();
  }

  record Circle(double radius) implements Shape {
    @Override
    public double area() {
      return 3 * radius * radius;
    }
  }

  record Square(double side) implements Shape {
    @Override
    public double area() {
      return side * side;
    }
  }

  // A6
  static void sealedHierarchy(Workers workers) throws Exception {
    List<Shape> shapes = List.of(new Circle(2), new Square(3));
    Cases.same(21.0, Cases.on(workers, () -> shapes.stream().mapToDouble(Shape::area).sum()));
  }

  interface Greeter {
    String name();

    default String greet() {
      return prefix() + name() + suffix();
    }

    static String suffix() {
      return "!";
    }

    private String prefix() {
      return "Hello, ";
    }
  }

  record Person(String name) implements Greeter {}

  // A6
  static void interfaceWithDefaultStaticAndPrivateMethods(Workers workers) throws Exception {
    Greeter greeter = new Person("Ada");
    Cases.same("Hello, Ada!", Cases.on(workers, greeter::greet));
  }

  // A7
  static void helpersNamedOnlyInBodies(Workers workers) throws Exception {
    Cases.same("<helper of helper>", Cases.on(workers, () -> Helper.help()));
  }

  enum Level {
    LOW,
    HIGH
  }

  // A7
  static void switchOverAnEnum(Workers workers) throws Exception {
    Level level = Level.HIGH;
    String text =
        Cases.on(
            workers,
            () -> {
              switch (level) {
                case LOW:
                  return "low";
                case HIGH:
                  return "high";
                default:
                  return "none";
              }
            });
    Cases.same("high", text);
  }
}

/** Package-private, and named nowhere but in a body. */
class Helper {
  static String help() {
    return "<" + HelperOfHelper.help() + ">";
  }
}

class HelperOfHelper {
  static String help() {
    return "helper of helper";
  }
}
