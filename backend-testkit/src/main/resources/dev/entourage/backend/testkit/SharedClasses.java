package cases;

import java.util.*;

class SharedClasses {
  static class Item {}

  record Pair(Object a, Object b, Class<?> type) {}

  static Object[] roots() {
    return new Object[] {
      new Pair(new Item(), new Item(), Item.class), new Pair(new Item[1], new Item[0][], Item[].class)
    };
  }

  static String show(Object root) {
    Pair pair = (Pair) root;
    return (pair.a().getClass() == pair.type()) + "" + (pair.a().getClass() == pair.b().getClass()) + (pair.a() instanceof Item) + pair.type().getName();
  }
}
