package dev.entourage.preparer;

import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The static fields that a task may read, as they were when it was prepared. A task carries no more
 * than the id: a worker that doesn't know it asks for what it lacks. Immutable; whoever holds it
 * keeps the values for workers that ask.
 *
 * @since 0.1
 */
public final class Statics {

  /** The id of no fields at all. */
  public static final long NONE = 0;

  private static final Statics EMPTY = new Statics(NONE, List.of(), Set.of());

  private final long id;
  private final List<StaticsGroup> groups;
  private final Set<Field> looked;
  private final AtomicBoolean isNew = new AtomicBoolean(true);

  /**
   * Puts values together.
   *
   * @param looked all fields that were looked at, whether they travel or stay
   */
  Statics(long id, List<StaticsGroup> groups, Set<Field> looked) {
    this.id = id;
    this.groups = List.copyOf(groups);
    this.looked = Set.copyOf(looked);
  }

  /**
   * Returns what a task has that reads no static field.
   *
   * @return the same each time
   */
  public static Statics none() {
    return EMPTY;
  }

  /**
   * Returns what a task carries.
   *
   * @return a number within the driver's life
   */
  public long id() {
    return id;
  }

  List<StaticsGroup> groups() {
    return groups;
  }

  Set<Field> looked() {
    return looked;
  }

  /** Says whether nothing in them could be shared with a task. */
  boolean isAlone() {
    // Asked for each task, so without a stream.
    for (StaticsGroup group : groups) {
      if (!group.isAlone()) {
        return false;
      }
    }
    return true;
  }

  /** What the fields held, by name. */
  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    for (StaticsGroup group : groups) {
      Object[] held = (Object[]) group.values().objects()[0];
      for (int i = 0; i < held.length; i++) {
        values.put(StaticsGroup.name(group.fields().get(i)), held[i]);
      }
    }
    return values;
  }

  /**
   * Tells how much the values are that travel.
   *
   * @return their size in bytes, about
   */
  public long size() {
    return groups.stream().mapToLong(StaticsGroup::size).sum();
  }

  /**
   * Names the largest of them.
   *
   * @return a field, or several that share objects; empty when there is none
   */
  public String largest() {
    return groups.stream()
        .max(Comparator.comparingLong(StaticsGroup::size))
        .map(StaticsGroup::names)
        .orElse("");
  }

  /**
   * Says whether nobody has asked yet.
   *
   * @return true just once
   */
  public boolean isNew() {
    return isNew.getAndSet(false);
  }

  /**
   * Encodes what a worker needs before it runs a task.
   *
   * @param held the versions that it has
   * @return all versions, and the values of those that it lacks
   */
  public ByteBuffer encode(Collection<Long> held) {
    TableBytes.Out out = new TableBytes.Out();
    out.number(groups.size());
    for (StaticsGroup group : groups) {
      boolean lacks = !held.contains(group.version());
      out.number(group.version()).number(lacks ? 1 : 0);
      if (lacks) {
        group.write(out);
      }
    }
    return out.toBuffer();
  }
}
