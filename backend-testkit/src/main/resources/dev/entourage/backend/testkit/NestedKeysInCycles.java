package cases;

import java.util.*;

class NestedKeysInCycles {
  record Wrapped(Object value, Map<Object, Object> held) {}

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
    Map<Object, Object> outer = new HashMap<>();
    Object lists;
    Object wrapped;
    Key key = new Key();
  }

  static Object[] roots() {
    Owner owner = new Owner();
    owner.key.back = owner;
    Map<Object, Object> inner = new HashMap<>(Map.of(owner.key, "inner"));
    owner.outer.put(inner, "outer");
    owner.outer.put(new ArrayList<>(List.of(owner.key)), "list");
    owner.lists = new HashSet<>(Set.of(new HashSet<>(Set.of(owner.key))));
    owner.wrapped = new Wrapped("w", new HashMap<>(Map.of(owner.key, "held")));
    return new Object[] {owner, owner.key, inner, owner.outer, owner.lists, owner.wrapped};
  }

  static String show(Object root) {
    Owner owner = owner(root);
    Key key = owner.key;
    return owner.outer.get(Map.of(new Key(), "inner")) + "" + owner.outer.get(List.of(key)) + owner.outer.size() + ((Set<?>) owner.lists).contains(Set.of(new Key())) + ((Wrapped) owner.wrapped).held().get(key) + (key.back == owner);
  }

  static Owner owner(Object root) {
    if (root instanceof Owner owner) return owner;
    if (root instanceof Key key) return (Owner) key.back;
    if (root instanceof Wrapped wrapped) return owner(wrapped.held());
    if (root instanceof Map<?, ?> map) return owner(map.keySet().iterator().next());
    return owner(((Collection<?>) root).iterator().next());
  }
}
