package cases;

import java.util.*;

class ExtendedCollections {
  static class Ranked extends ArrayList<Object> {
    int own = 5;
    Object last;
  }

  static class Index extends HashMap<Object, Object> {
    String name = "index";
  }

  static class Recent extends LinkedHashMap<Integer, Integer> {
    Recent() {
      super(4, .7f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Integer, Integer> eldest) {
      return size() > 2;
    }
  }

  static class Fixed extends AbstractList<Integer> {
    private final int[] numbers = {4, 5};

    @Override
    public Integer get(int index) {
      return numbers[index];
    }

    @Override
    public int size() {
      return numbers.length;
    }
  }

  static class Squares extends AbstractMap<Integer, Integer> {
    final int up = 3;

    @Override
    public Set<Map.Entry<Integer, Integer>> entrySet() {
      Set<Map.Entry<Integer, Integer>> all = new LinkedHashSet<>();
      for (int i = 0; i < up; i++) all.add(Map.entry(i, i * i));
      return all;
    }
  }

  static Object[] roots() {
    Ranked ranked = new Ranked();
    ranked.add("a");
    ranked.last = "last";
    Index index = new Index();
    index.put("k", ranked);
    Recent recent = new Recent();
    recent.put(1, 1);
    recent.put(2, 2);
    recent.get(1);
    Map<Integer, Integer> byAccess = new LinkedHashMap<>(4, .7f, true);
    byAccess.put(1, 1);
    byAccess.put(2, 2);
    return new Object[] {ranked, index, recent, new Fixed(), new Squares(), new ArrayList<Object>(List.of(1)) {
      int extra = 8;

      @Override
      public String toString() {
        return super.toString() + extra;
      }
    }, byAccess};
  }

  static String show(Object root) {
    if (root instanceof Ranked ranked) return ranked + "" + ranked.own + ranked.last;
    if (root instanceof Index index) return index.name + show(index.get("k")) + index.size();
    if (root instanceof LinkedHashMap<?, ?> map) {
      @SuppressWarnings("unchecked")
      LinkedHashMap<Integer, Integer> copy = (LinkedHashMap<Integer, Integer>) map.clone();
      copy.get(2);
      copy.get(1);
      copy.put(3, 3);
      return map.getClass() + "" + map + copy;
    }
    return root.getClass() + root.toString();
  }
}
