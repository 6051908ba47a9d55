package cases;

import java.util.List;

class KindsOfArrays {
  record Item(int n) {}

  interface Marked {}

  enum Sign {
    PLUS
  }

  static Object[] roots() {
    Item item = new Item(1);
    Object[] holds = new Object[3];
    holds[0] = holds;
    holds[1] = item;
    holds[2] = new Item[] {item};
    return new Object[] {
      new boolean[] {true, false}, new byte[] {-1, 2}, new char[] {'a', '\uffff'}, new short[] {-2}, new int[] {Integer.MIN_VALUE, 3}, new long[] {Long.MAX_VALUE},
      new float[] {Float.NaN, -0f}, new double[] {Double.MIN_VALUE, -0d}, new int[0], new int[][][] {{{1}, null}, null}, new String[] {"a", null, "a"},
      new Integer[] {1, null}, new Item[][] {{item, item}, null}, new Marked[2], new Sign[] {Sign.PLUS, null}, new List<?>[] {List.of(item)}, new Object[0], holds,
      new Class<?>[] {int.class, Item.class, Item[][].class, void.class}, new byte[100_000], new Comparable<?>[] {1, "b"}
    };
  }

  static String show(Object root) {
    String text = root.getClass().getName();
    if (root instanceof Object[] all) {
      if (all.length == 3 && all[0] == all) return text + (((Object[]) all[2])[0] == all[1]);
      if (all instanceof Item[][] items) return text + (items[0][0] == items[0][1]);
      return text + java.util.Arrays.deepToString(all);
    }
    String whole = java.util.Arrays.deepToString(new Object[] {root});
    return text + (whole.length() > 1000 ? whole.hashCode() : whole);
  }
}
