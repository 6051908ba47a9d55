package dev.entourage.preparer;

import dev.entourage.Explanation.StaticEntry;
import dev.entourage.spi.Preparation;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One task on its way through the layers. For one thread. */
final class TaskPreparation implements Preparation, DepthListener {

  private final Object root;
  private final Roots roots;
  private final Set<Class<?>> users = new HashSet<>();
  private final Set<Class<?>> lambdas = new HashSet<>();
  private final Map<Class<?>, String> reasons = new LinkedHashMap<>();
  private final List<StaticEntry> explained = new ArrayList<>();
  private final Statics given;
  private Statics statics = Statics.none();
  private boolean readsStatics;
  private Object travelling;
  private int depth;

  TaskPreparation(Object root, Roots roots, Statics given) {
    this.root = root;
    this.roots = roots;
    this.given = given;
    this.travelling = root;
  }

  /** What a layer of ours sees in a preparation. */
  static Set<Class<?>> usersOf(Preparation task) {
    return ((TaskPreparation) task).users;
  }

  @Override
  public Object root() {
    return root;
  }

  @Override
  public Set<Class<?>> classes() {
    return Collections.unmodifiableSet(reasons.keySet());
  }

  /** The user's classes of a task, and its lambdas' own classes: where its code begins. */
  Set<Class<?>> entries() {
    return entriesWith(Set.of());
  }

  /** The same with those of some more objects. */
  Set<Class<?>> entriesWith(Set<Class<?>> more) {
    Set<Class<?>> all = usersWith(more);
    all.addAll(lambdas);
    more.stream().filter(Lambdas::isLambda).forEach(all::add);
    return all;
  }

  @Override
  public void include(Class<?> type, String reason) {
    if (Lambdas.isLambda(type)) {
      lambdas.add(type);
    } else if (reasons.putIfAbsent(type, reason) == null) {
      roots.reduce(type, users::add);
    }
  }

  @Override
  public void deepest(int references) {
    depth = Math.max(depth, references);
  }

  /** Each class with the first reason that was given for it. */
  Map<Class<?>, String> reasons() {
    return Collections.unmodifiableMap(reasons);
  }

  /** The user's classes with those behind some others. */
  Set<Class<?>> usersWith(Set<Class<?>> more) {
    Set<Class<?>> all = new HashSet<>(users);
    more.forEach(type -> roots.reduce(type, all::add));
    return all;
  }

  /** What became of each static field. */
  List<StaticEntry> explained() {
    return explained;
  }

  /** The values that were taken already; for an item those of its call. */
  Statics given() {
    return given;
  }

  Statics statics() {
    return statics;
  }

  /** Whether its own code may read static fields, travelling ones or others. */
  boolean readsStatics() {
    return readsStatics;
  }

  void noteReads(List<Field> fields) {
    readsStatics |= !fields.isEmpty();
  }

  void explain(StaticEntry entry) {
    explained.add(entry);
  }

  /** Lets static fields travel with the task. */
  void bring(Statics all) {
    statics = all;
  }

  /** Lets the task travel in a table, which is flat. */
  void bring(TaskInTable table) {
    travelling = table;
    depth = 0;
  }

  PreparedTask prepared() {
    return new PreparedTask(travelling, classes(), depth, statics);
  }
}
