package cases;

class UnmarkedClasses {
  static class Base {
    private final String name;
    private final Object monitor = new Object();
    private final Object same = monitor;

    Base(String name) {
      if (name == null) throw new IllegalArgumentException("no name");
      this.name = name;
    }
  }

  static final class Leaf extends Base {
    final boolean z;
    final byte b;
    final char c;
    final short s;
    final int i;
    final long l;
    final float f;
    final double d;
    final Integer boxed;
    final Object object;

    Leaf(long x, Object object) {
      super("leaf " + x);
      z = x % 2 != 0;
      b = (byte) x;
      c = (char) x;
      s = (short) x;
      i = (int) x;
      l = x;
      f = x / 3f;
      d = x / 7d;
      boxed = i;
      this.object = object;
    }
  }

  static Object[] roots() {
    return new Object[] {
      new Leaf(Long.MIN_VALUE + 5, "text"),
      new Leaf(-1, Double.NaN),
      new Leaf(77, new Leaf(3, null)),
      new Leaf(0, "half a pair \ud83d and a whole one \ud83d\ude00 and \0 and \u00ff")
    };
  }

  static String show(Object root) {
    Leaf x = (Leaf) root;
    String inner = x.object instanceof Leaf ? show(x.object) : hex(x.object);
    return ((Base) x).monitor.getClass() + "" + (((Base) x).monitor == ((Base) x).same) + ((Base) x).name + x.z + x.b + (int) x.c + x.s + x.i + x.l + x.f + x.d + x.boxed + inner;
  }

  static String hex(Object value) {
    if (value == null) return "null";
    StringBuilder text = new StringBuilder(value.getClass().getName());
    value.toString().chars().forEach(c -> text.append(' ').append(Integer.toHexString(c)));
    return text.toString();
  }
}
