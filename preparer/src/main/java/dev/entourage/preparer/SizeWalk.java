package dev.entourage.preparer;

import dev.entourage.Explanation.SizeEntry;
import dev.entourage.spi.RefusedException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Measures a task by path, about as backends will write it: a walk of its own, run only for
 * explanations and when a task is too large. Goes on behind what can't travel.
 */
final class SizeWalk {

  /** More parts than this are told together. */
  private static final int FEW = 8;

  private static final int REFERENCE = 1;
  private static final int HEADER = 2;

  private final Forms forms;
  private final ReplacedKind.Listener replaced;
  private final IdentitySet visited = new IdentitySet();
  private final Deque<Object> values = new ArrayDeque<>();
  private final Deque<SizeNode> nodes = new ArrayDeque<>();
  private final Map<Class<?>, Integer> widths = new HashMap<>();
  private final Map<Class<?>, String> names = new HashMap<>();
  private final Set<Class<?>> classes = new LinkedHashSet<>();
  private final Set<RefusedException> refused = new LinkedHashSet<>();

  /**
   * What was found.
   *
   * @param sizes the sizes by path
   * @param classes the classes of all objects, and those that their forms name
   * @param refused what can't travel, in the order in which it was met
   */
  record Found(SizeEntry sizes, Set<Class<?>> classes, Set<RefusedException> refused) {}

  private SizeWalk(Forms forms, ReplacedKind.Listener replaced) {
    this.forms = forms;
    this.replaced = replaced;
  }

  static Found of(Forms forms, Object root) {
    return of(forms, root, Statics.none(), (layer, value, by) -> {});
  }

  /** Walks a graph and static fields that it comes with, and tells what layers replace. */
  static Found of(Forms forms, Object root, Statics statics, ReplacedKind.Listener replaced) {
    return new SizeWalk(forms, replaced).from(root, statics);
  }

  private Found from(Object root, Statics statics) {
    SizeNode top = SizeNode.root(root == null ? "null" : PathText.describe(forms, root));
    meet(root, top);
    // They stand beside the parts of the task.
    statics.values().forEach((name, value) -> part(value, "static " + name, 1, top));
    while (!values.isEmpty()) {
      open(values.poll(), nodes.poll());
    }
    return new Found(top.entry(), classes, refused);
  }

  private void part(Object part, String label, int siblings, SizeNode from) {
    if (part == null) {
      from.weigh(REFERENCE);
      return;
    }
    boolean told = label.startsWith("[") && (siblings > FEW || from.isMany());
    meet(part, from.child(told ? SizeNode.EACH : label, name(part)));
  }

  /** What a part is called depends on its class alone. */
  private String name(Object part) {
    return names.computeIfAbsent(part.getClass(), type -> PathText.describe(forms, part));
  }

  private void meet(Object value, SizeNode node) {
    if (value == null) {
      node.count(REFERENCE);
    } else if (isBoxed(value)) {
      node.count(REFERENCE + width(value.getClass()));
    } else if (visited.add(value)) {
      values.add(value);
      nodes.add(node);
      node.count(0);
    } else {
      node.weigh(HEADER);
    }
  }

  private static boolean isBoxed(Object value) {
    return Plans.isLeaf(value.getClass()) && !(value instanceof String);
  }

  private void open(Object value, SizeNode node) {
    Class<?> type = value.getClass();
    Plan plan = forms.plan(type);
    try {
      node.weigh(own(value, type, plan));
      named(value, type, plan);
      Parts.each(forms, value, (part, label, siblings) -> part(part, label, siblings, node));
    } catch (RefusedException e) {
      refused.add(e);
    }
  }

  /** The classes that the object graph layer would tell. */
  private void named(Object value, Class<?> type, Plan plan) {
    switch (plan.shape()) {
      case LEAF, VALUE -> {}
      case ENUM -> {
        classes.add(type);
        classes.add(((Enum<?>) value).getDeclaringClass());
      }
      case FORM -> {
        if (forms.kind(plan.kind()) instanceof ReplacedKind kind) {
          kind.replaced(value, replaced);
        }
      }
      case REFUSED -> throw new RefusedException(plan.refusal(), value);
      default -> classes.add(type);
    }
  }

  private long own(Object value, Class<?> type, Plan plan) {
    return switch (plan.shape()) {
      case LEAF -> leaf(value, type);
      case ENUM -> HEADER;
      case OBJECT, RECORD -> HEADER + widths.computeIfAbsent(type, t -> width(plan.layout()));
      case FORM, VALUE -> form(value);
      case ARRAY -> HEADER + REFERENCE;
      case COLLECTION -> HEADER + (long) REFERENCE * ((Collection<?>) value).size();
      case MAP -> HEADER + 2L * REFERENCE * ((Map<?, ?>) value).size();
      case REFUSED -> 0;
    };
  }

  private static long leaf(Object value, Class<?> type) {
    return value instanceof String text
        ? HEADER + utf8(text)
        : HEADER + REFERENCE + (long) Array.getLength(value) * width(type.getComponentType());
  }

  /** Texts that many forms have in common, such as those of one lambda, are written once. */
  private long form(Object value) {
    Form form = forms.form(value, classes::add);
    long bytes = HEADER + REFERENCE;
    for (String text : form.head()) {
      bytes += visited.add(text) ? HEADER + utf8(text) : HEADER;
    }
    return bytes;
  }

  private static int width(Layout layout) {
    int width = 0;
    for (Field field : layout.fields) {
      // What a reference leads to counts itself.
      width += field.getType().isPrimitive() ? width(field.getType()) : 0;
    }
    return width;
  }

  private static int width(Class<?> type) {
    return switch (type.getSimpleName()) {
      case "long", "Long", "double", "Double" -> Long.BYTES;
      case "int", "Integer", "float", "Float" -> Integer.BYTES;
      case "char", "Character", "short", "Short" -> Short.BYTES;
      default -> Byte.BYTES;
    };
  }

  private static long utf8(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }
}
