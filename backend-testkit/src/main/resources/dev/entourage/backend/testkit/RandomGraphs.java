package cases;

import dev.entourage.RemoteCallable;
import java.util.*;

/** Small graphs of everything that cycles can lead through, each the same for its seed. */
class RandomGraphs {
  static class Node {
    String name;
    Object a;
    Object b;
  }

  static class Key implements Comparable<Key> {
    Object back;
    String name;

    Key(String name) {
      this.name = name;
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.name.equals(name);
    }

    @Override
    public int compareTo(Key other) {
      return name.compareTo(other.name);
    }
  }

  /** A key whose hash is computed from what a set holds, and so from other keys. */
  static class Group implements Comparable<Group> {
    final Set<Key> members = new HashSet<>();
    Object back;

    @Override
    public int hashCode() {
      return members.hashCode();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Group group && group.members.equals(members);
    }

    @Override
    public int compareTo(Group other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return new TreeSet<>(members.stream().map(key -> key.name).toList()).toString();
    }
  }

  record Pair(String name, Object x, Object y) {}

  private final Random random;
  private final List<Object> all = new ArrayList<>();

  RandomGraphs(long seed) {
    random = new Random(seed);
  }

  static Object random(int seed) {
    return new RandomGraphs(seed).make();
  }

  Object make() {
    int size = 2 + random.nextInt(10);
    for (int i = 0; i < size; i++) all.add(open(i));
    for (int i = 0; i < size / 2; i++) all.add(closed(i));
    for (int i = 0; i < size; i++) if (all.get(i) instanceof Group group) gather(group);
    for (int i = 0; i < size; i++) fill(all.get(i));
    return any();
  }

  private Object any() {
    return all.get(random.nextInt(all.size()));
  }

  /** What exists before its parts. */
  private Object open(int i) {
    switch (random.nextInt(10)) {
      case 9:
        return new Group();
      case 0:
        return new ArrayList<>();
      case 1:
        return new Object[1 + random.nextInt(3)];
      case 2:
        return new HashMap<>();
      case 3:
        return new LinkedHashSet<>();
      case 4:
        return new TreeMap<>();
      case 5:
      case 6:
        return new Key("k" + i);
      default:
        Node node = new Node();
        node.name = "n" + i;
        return node;
    }
  }

  /** What is made of its parts. */
  private Object closed(int i) {
    Object part = any();
    switch (random.nextInt(5)) {
      case 0:
        return List.of(part, any());
      case 1:
        return Optional.of(part);
      case 2:
        return (RemoteCallable<Object>) () -> part;
      default:
        return new Pair("p" + i, part, any());
    }
  }

  private void gather(Group group) {
    group.back = any();
    for (Object each : all) if (each instanceof Key key && random.nextBoolean()) group.members.add(key);
  }

  @SuppressWarnings("unchecked")
  private void fill(Object object) {
    if (object instanceof Node node) {
      node.a = any();
      node.b = any();
    } else if (object instanceof Key key) {
      key.back = any();
    } else if (object instanceof Object[] array) {
      for (int i = 0; i < array.length; i++) array[i] = any();
    } else if (object instanceof List<?>) {
      for (int i = random.nextInt(4); i > 0; i--) ((List<Object>) object).add(any());
    } else if (object instanceof Map<?, ?> || object instanceof Set<?>) {
      for (Object each : all) {
        boolean fits = each instanceof Key || each instanceof Group && !(object instanceof TreeMap);
        if (fits && random.nextBoolean()) {
          if (object instanceof Map<?, ?>) ((Map<Object, Object>) object).put(each, any());
          else ((Set<Object>) object).add(each);
        }
      }
    }
  }

  static String show(Object root) {
    try {
      return shown(root);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Numbers the objects in the order in which they are met, and says who refers to whom. */
  private static String shown(Object root) throws Exception {
    Map<Object, Integer> numbers = new IdentityHashMap<>();
    List<Object> met = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    number(root, numbers, met);
    for (int i = 0; i < met.size(); i++) {
      Object object = met.get(i);
      text.append(i).append(' ').append(sort(object));
      for (Object part : parts(object)) text.append(' ').append(part instanceof String ? part : number(part, numbers, met));
      text.append('\n');
    }
    return text.toString();
  }

  private static int number(Object object, Map<Object, Integer> numbers, List<Object> met) {
    Integer known = numbers.get(object);
    if (known == null) {
      known = met.size();
      numbers.put(object, known);
      met.add(object);
    }
    return known;
  }

  private static String sort(Object object) {
    return object == null ? "null" : object instanceof RemoteCallable ? "lambda" : object.getClass().getName();
  }

  private static List<Object> parts(Object object) throws Exception {
    if (object instanceof Node node) return Arrays.asList(node.name, node.a, node.b);
    if (object instanceof Key key) return Arrays.asList(key.name, key.back);
    if (object instanceof Pair pair) return Arrays.asList(pair.name(), pair.x(), pair.y());
    if (object instanceof Object[] array) return Arrays.asList(array);
    if (object instanceof List<?> list) return new ArrayList<>(list);
    if (object instanceof Optional<?> optional) return Arrays.asList(optional.get());
    if (object instanceof RemoteCallable<?> lambda) return Arrays.asList(lambda.call());
    if (object instanceof Group group) {
      List<Object> parts = new ArrayList<>(Arrays.asList(group.toString(), group.back));
      parts.addAll(new TreeSet<>(group.members));
      return parts;
    }
    return entries(object);
  }

  /** Each key by itself and by one that is equal to it. */
  private static List<Object> entries(Object object) {
    List<Object> parts = new ArrayList<>();
    Collection<?> keys = object instanceof Map<?, ?> map ? map.keySet() : object instanceof Set<?> set ? set : List.of();
    List<Object> sorted = new ArrayList<>(keys);
    sorted.sort(Comparator.comparing(key -> key instanceof Key k ? k.name : key.toString()));
    for (Object key : sorted) {
      Object equal = equal(key);
      parts.add(key);
      if (object instanceof Map<?, ?> map) parts.add(map.containsKey(equal) ? map.get(equal) : "lost");
      else parts.add(keys.contains(equal) ? "found" : "lost");
    }
    return parts;
  }

  private static Object equal(Object key) {
    if (key instanceof Key k) return new Key(k.name);
    Group equal = new Group();
    ((Group) key).members.forEach(member -> equal.members.add(new Key(member.name)));
    return equal;
  }
}
