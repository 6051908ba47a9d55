package cases;

import java.io.Serializable;
import java.util.*;

class SortedInCycles {
  interface Order<T> extends Comparator<T>, Serializable {}

  static class Owner {
    SortedMap<Item, Object> map;
    SortedSet<Item> natural = new TreeSet<>();
    Queue<Item> queue;
    int sign = -1;
  }

  static class Item implements Comparable<Item> {
    Owner owner;
    String name;

    Item(Owner owner, String name) {
      this.owner = owner;
      this.name = name;
    }

    @Override
    public int compareTo(Item other) {
      return owner.sign * name.compareTo(other.name);
    }
  }

  static Object[] roots() {
    Owner owner = new Owner();
    Order<Item> order = (a, b) -> owner.sign * a.name.compareTo(b.name);
    owner.map = new TreeMap<>(order);
    owner.queue = new PriorityQueue<>(order);
    for (String name : new String[] {"b", "c", "a"}) {
      Item item = new Item(owner, name);
      owner.map.put(item, owner.map);
      owner.natural.add(item);
      owner.queue.add(item);
    }
    return new Object[] {owner, owner.map.firstKey(), owner.natural, owner.map, owner.queue};
  }

  static String show(Object root) {
    Owner owner = root instanceof Owner o ? o : root instanceof Item i ? i.owner : root instanceof Map<?, ?> m ? ((Item) m.keySet().iterator().next()).owner : ((Item) ((Collection<?>) root).iterator().next()).owner;
    String text = "";
    for (Item item : owner.map.keySet()) text += item.name + (owner.map.get(item) == owner.map) + owner.natural.contains(item) + owner.queue.contains(item);
    return text + owner.natural.first().name + owner.queue.peek().name + owner.map.size() + owner.natural.size() + owner.queue.size();
  }
}
