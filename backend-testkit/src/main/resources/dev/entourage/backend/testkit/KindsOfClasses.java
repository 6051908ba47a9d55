package cases;

import java.util.*;
import java.util.concurrent.TimeUnit;

class KindsOfClasses {
  interface Named {
    String name();

    default String loud() {
      return name().toUpperCase() + hidden();
    }

    private String hidden() {
      return "!";
    }

    static Named of(String name) {
      return new Named() {
        @Override
        public String name() {
          return name;
        }
      };
    }
  }

  enum Op {
    ADD {
      @Override
      int apply(int a) {
        return a + 1;
      }
    },
    NEGATE {
      @Override
      int apply(int a) {
        return -a;
      }
    };

    abstract int apply(int a);
  }

  enum Plain {
    A,
    B
  }

  sealed interface Shape permits Dot, Line {}

  record Dot(int x) implements Shape {}

  static final class Line implements Shape {
    final Shape from = new Dot(1);
  }

  final int base = 40;

  class Inner {
    int value() {
      return base + 2;
    }

    class Deeper {
      int value() {
        return base + Inner.this.value();
      }
    }
  }

  Named local(String captured) {
    class Local implements Named {
      @Override
      public String name() {
        return captured + base;
      }
    }
    return new Local();
  }

  static Object[] roots() {
    KindsOfClasses outer = new KindsOfClasses();
    Inner inner = outer.new Inner();
    return new Object[] {
      inner,
      inner.new Deeper(),
      outer.local("local"),
      Named.of("anonymous"),
      Op.ADD,
      new Object[] {Op.ADD, Op.NEGATE, Plain.B, Op.ADD, TimeUnit.DAYS},
      new Line(),
      new EnumMap<>(Map.of(Op.NEGATE, "n", Op.ADD, "a")),
      EnumSet.of(Plain.B),
      EnumSet.noneOf(Plain.class),
      new EnumMap<Plain, String>(Plain.class)
    };
  }

  static String show(Object root) {
    if (root instanceof Inner inner) return "" + inner.value();
    if (root instanceof Inner.Deeper deeper) return "" + deeper.value();
    if (root instanceof Named named) return named.loud();
    if (root instanceof Op op) return op + "" + op.apply(1) + (op == Op.valueOf(op.name()));
    if (root instanceof Object[] all) return (all[0] == Op.ADD) + "" + (all[1] == Op.NEGATE) + (all[2] == Plain.B) + (all[3] == all[0]) + all[4];
    if (root instanceof Line line) return "" + line.from;
    if (root instanceof EnumSet<?>) {
      @SuppressWarnings("unchecked")
      EnumSet<Plain> set = (EnumSet<Plain>) root;
      return set + "" + EnumSet.complementOf(set);
    }
    return root.getClass().getSimpleName() + root;
  }
}
