package dev.entourage.preparer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** C19, C21 over graphs that nobody thought of. */
class RandomGraphsTest {

  static final class Node {
    Object left;
    Object right;
    int id;
  }

  record Pair(Object left, Object right) {}

  @Property(tries = 300)
  void comeBackWithEqualShape(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int size) {
    Object root = graph(new Random(seed), size);
    String before = shape(root);
    Object copy = Travel.copy(root);
    assertThat(shape(copy)).isEqualTo(before);
    assertThat(shape(root)).as("the original").isEqualTo(before);
  }

  /** Makes objects that refer to any other, then values and records over what is there. */
  static Object graph(Random random, int size) {
    List<Object> pool = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      pool.add(make(random, pool));
    }
    for (Object each : pool) {
      fill(each, random, pool);
    }
    return pick(random, pool);
  }

  private static Object make(Random random, List<Object> pool) {
    if (pool.isEmpty()) {
      return new Node();
    }
    return switch (random.nextInt(11)) {
      case 0 -> new ArrayList<>();
      case 1 -> new LinkedList<>();
      case 2 -> new HashMap<>();
      case 3 -> new Object[random.nextInt(4)];
      case 4 -> new Pair(pick(random, pool), pick(random, pool));
      case 5 -> List.of(pick(random, pool), pick(random, pool));
      case 6 -> Optional.of(pick(random, pool));
      case 7 -> new int[] {random.nextInt()};
      case 8 -> "text " + random.nextInt(5);
      default -> new Node();
    };
  }

  @SuppressWarnings("unchecked")
  private static void fill(Object each, Random random, List<Object> pool) {
    if (each instanceof Node node) {
      node.id = random.nextInt();
      node.left = pick(random, pool);
      node.right = random.nextInt(3) == 0 ? null : pick(random, pool);
    } else if (each instanceof ArrayList || each instanceof LinkedList) {
      for (int i = random.nextInt(4); i > 0; i--) {
        ((List<Object>) each).add(pick(random, pool));
      }
    } else if (each instanceof HashMap) {
      for (int i = random.nextInt(3); i > 0; i--) {
        ((Map<Object, Object>) each).put(i, pick(random, pool));
      }
    } else if (each instanceof Object[] array) {
      for (int i = 0; i < array.length; i++) {
        array[i] = pick(random, pool);
      }
    }
  }

  private static Object pick(Random random, List<Object> pool) {
    return pool.get(random.nextInt(pool.size()));
  }

  /** Writes a graph as text: each object by its number when it is met again. */
  private static String shape(Object root) {
    StringBuilder text = new StringBuilder();
    write(root, new IdentityHashMap<>(), text);
    return text.toString();
  }

  private static void write(Object value, Map<Object, Integer> met, StringBuilder text) {
    if (value == null || value instanceof String || value instanceof Integer) {
      text.append(value);
      return;
    }
    Integer known = met.putIfAbsent(value, met.size());
    if (known != null) {
      text.append('#').append(known);
      return;
    }
    text.append(value.getClass().getSimpleName()).append('(');
    for (Object part : parts(value)) {
      write(part, met, text);
      text.append(' ');
    }
    text.append(')');
  }

  private static List<Object> parts(Object value) {
    List<Object> parts = new ArrayList<>();
    if (value instanceof Node node) {
      parts.add(node.id);
      parts.add(node.left);
      parts.add(node.right);
    } else if (value instanceof Pair pair) {
      parts.add(pair.left());
      parts.add(pair.right());
    } else if (value instanceof List<?> list) {
      parts.addAll(list);
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, content) -> parts.addAll(java.util.Arrays.asList(key, content)));
    } else if (value instanceof Object[] array) {
      parts.addAll(java.util.Arrays.asList(array));
    } else if (value instanceof Optional<?> optional) {
      parts.add(optional.orElse(null));
    } else if (value instanceof int[] array) {
      parts.add(array[0]);
    }
    return parts;
  }
}
