package cases;

import java.util.*;
import java.util.concurrent.ConcurrentHashMap;

class HashedKeysInCycles {
  static class Key {
    Object back;
    String name = "key";

    @Override
    public int hashCode() {
      return name.hashCode();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.name.equals(name);
    }
  }

  static class Owner {
    Map<Object, Object> map = new HashMap<>();
    Set<Object> set = new LinkedHashSet<>();
    Map<Object, Object> concurrent = new ConcurrentHashMap<>();
    Map<Object, Object> after = new HashMap<>();
    Key key = new Key();
  }

  static Object[] roots() {
    Owner owner = new Owner();
    owner.key.back = owner;
    owner.map.put(owner.key, owner);
    owner.map.put("other", owner.set);
    owner.set.add("other");
    owner.set.add(owner.key);
    owner.concurrent.put(owner.key, owner.map);
    owner.after.put(owner.key, "after");
    return new Object[] {owner, owner.key, owner.map, owner.set, owner.concurrent};
  }

  static String show(Object root) {
    Owner owner = owner(root);
    Key key = owner.key;
    return (key.back == owner) + "" + (owner.map.get(key) == owner) + (owner.map.get("other") == owner.set) + owner.map.size() + owner.set.contains(key) + owner.set.size()
        + (owner.concurrent.get(key) == owner.map) + owner.after.get(new Key()) + owner.set.iterator().next() + owner.map.containsKey(new Key());
  }

  static Owner owner(Object root) {
    if (root instanceof Owner owner) return owner;
    if (root instanceof Key key) return (Owner) key.back;
    Collection<?> all = root instanceof Map<?, ?> map ? map.keySet() : (Set<?>) root;
    return (Owner) ((Key) all.stream().filter(Key.class::isInstance).findFirst().orElseThrow()).back;
  }
}
