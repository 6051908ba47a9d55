package dev.entourage.preparer;

import dev.entourage.PreparationException;
import dev.entourage.spi.RefusedException;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * What a driver knows of its static fields: their values as it saw them last, each encoded once. A
 * field has changed when its content is another; then it gets a new version, which goes to every
 * worker. Guarded by its own lock, but for {@link #encode}.
 */
final class StaticsBook {

  private final ClassValue<Page> pages =
      new ClassValue<>() {
        @Override
        protected Page computeValue(Class<?> type) {
          return new Page();
        }
      };

  private final Forms forms;
  private final Map<Long, Sent> known = new ConcurrentHashMap<>();
  private final ReferenceQueue<Statics> unused = new ReferenceQueue<>();
  private long versions;
  private long ids;

  /** Values that a worker may ask for, as long as a task has them. */
  private static final class Sent extends WeakReference<Statics> {

    private final long id;

    Sent(Statics statics, ReferenceQueue<Statics> unused) {
      super(statics, unused);
      id = statics.id();
    }
  }

  /** What is known of the fields of one class; it hangs on the class, and goes with it. */
  private static final class Page {

    /** Sets of fields beginning with one of this class that were read together last. */
    private static final int SETS = 100;

    private final Map<String, StaticsGroup> groups = new HashMap<>();
    private final Map<Set<Field>, Statics> latest =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Set<Field>, Statics> eldest) {
            return size() > SETS;
          }
        };
  }

  StaticsBook(Forms forms) {
    this.forms = forms;
  }

  private StaticsGroup known(Field field) {
    return pages.get(field.getDeclaringClass()).groups.get(field.getName());
  }

  private void know(Field field, StaticsGroup group) {
    pages.get(field.getDeclaringClass()).groups.put(field.getName(), group);
  }

  private void forget(Field field) {
    pages.get(field.getDeclaringClass()).groups.remove(field.getName());
  }

  private Map<Set<Field>, Statics> latest(Set<Field> looked) {
    return pages.get(looked.iterator().next().getDeclaringClass()).latest;
  }

  /**
   * Looks at fields as they are now. What was looked at once isn't looked at again: a task has the
   * values of one moment.
   */
  final class Look {

    private final Set<StaticsGroup> seen = new LinkedHashSet<>();

    /**
     * Takes the value of a field.
     *
     * @throws RefusedException when it can't travel
     */
    StaticsGroup take(Field field) {
      StaticsGroup group = known(field);
      if (group == null || !seen.contains(group) && !isCurrent(group)) {
        group = renew(group, field);
      }
      seen.add(group);
      return group;
    }

    /** Puts together what was taken. */
    Statics together(Collection<StaticsGroup> taken, Set<Field> looked) {
      Set<StaticsGroup> wanted = new LinkedHashSet<>(taken);
      Statics last = latest(looked).get(looked);
      return last != null && versions(last.groups()).equals(versions(wanted))
          ? last
          : remember(joined(wanted, last == null ? List.of() : last.groups()), looked);
    }
  }

  private boolean isCurrent(StaticsGroup group) {
    try {
      return group.isCurrent(forms);
    } catch (ConcurrentModificationException e) {
      throw changed(group.names(), e);
    } catch (RefusedException e) {
      return false;
    }
  }

  private StaticsGroup renew(StaticsGroup before, Field field) {
    if (before == null) {
      return keep(++versions, List.of(field), snapshot(List.of(field)));
    }
    before.fields().forEach(this::forget);
    Snapshot values = snapshot(before.fields());
    if (before.values().hasSameContent(values)) {
      return keep(before.version(), before.fields(), values);
    }
    return before.fields().size() == 1
        ? keep(++versions, before.fields(), values)
        : renew(null, field);
  }

  private Snapshot snapshot(List<Field> fields) {
    try {
      return StaticsGroup.take(fields, forms);
    } catch (ConcurrentModificationException e) {
      throw changed(StaticsGroup.name(fields.get(0)), e);
    }
  }

  private StaticsGroup keep(long version, List<Field> fields, Snapshot values) {
    StaticsGroup group = new StaticsGroup(version, fields, values);
    fields.forEach(field -> know(field, group));
    return group;
  }

  /** Joins groups whose values share an object. Those of one task share none among them. */
  private Set<StaticsGroup> joined(Set<StaticsGroup> taken, List<StaticsGroup> disjoint) {
    Set<StaticsGroup> fresh = new LinkedHashSet<>(taken);
    fresh.removeAll(disjoint);
    Map<Object, StaticsGroup> owners = new IdentityHashMap<>();
    for (StaticsGroup group : fresh) {
      StaticsGroup other = sharing(group, owners::putIfAbsent);
      if (other != null) {
        return joined(merged(taken, group, other), disjoint);
      }
    }
    for (StaticsGroup group : taken) {
      StaticsGroup other = sharing(group, (object, owner) -> owners.get(object));
      if (other != null) {
        return joined(merged(taken, group, other), disjoint);
      }
    }
    return taken;
  }

  private static StaticsGroup sharing(
      StaticsGroup group, BiFunction<Object, StaticsGroup, StaticsGroup> owner) {
    Snapshot values = group.values();
    return values
        .identities()
        .mapToObj(row -> owner.apply(values.objects()[row], group))
        .filter(other -> other != null && other != group)
        .findFirst()
        .orElse(null);
  }

  private Set<StaticsGroup> merged(Set<StaticsGroup> taken, StaticsGroup one, StaticsGroup other) {
    Set<StaticsGroup> fewer = new LinkedHashSet<>(taken);
    fewer.removeAll(Set.of(one, other));
    fewer.add(join(one, other));
    return fewer;
  }

  private StaticsGroup join(StaticsGroup one, StaticsGroup other) {
    List<Field> fields = new ArrayList<>(one.fields());
    fields.addAll(other.fields());
    return keep(++versions, List.copyOf(fields), snapshot(fields));
  }

  private Statics remember(Set<StaticsGroup> joined, Set<Field> looked) {
    long id = joined.isEmpty() ? Statics.NONE : ++ids;
    Statics statics = new Statics(id, List.copyOf(joined), looked);
    for (var left = unused.poll(); left != null; left = unused.poll()) {
      known.remove(((Sent) left).id);
    }
    known.put(id, new Sent(statics, unused));
    latest(looked).put(statics.looked(), statics);
    return statics;
  }

  private static Set<Long> versions(Collection<StaticsGroup> groups) {
    return groups.stream().map(StaticsGroup::version).collect(Collectors.toSet());
  }

  /** Answers a worker, from any thread; empty when no task is left that needs it. */
  Optional<ByteBuffer> encode(long id, Collection<Long> held) {
    return Optional.ofNullable(known.get(id))
        .map(WeakReference::get)
        .map(statics -> statics.encode(held));
  }

  private static PreparationException changed(String name, ConcurrentModificationException e) {
    String path = "static " + name;
    return new PreparationException(
        path + " can't travel: another thread changed it meanwhile; submit when it is at rest",
        path,
        e);
  }
}
