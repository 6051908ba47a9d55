package dev.entourage.preparer;

import dev.entourage.MarshallingException;
import dev.entourage.spi.NodeTable;
import dev.entourage.spi.NormalForm;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The static fields of one session loader's classes, and what they were set to last. What a driver
 * hasn't changed since is left alone: it may be a cache that tasks have filled. Fields are set by
 * one thread while no task runs; whoever calls sees to that.
 *
 * @since 0.1
 */
public final class StaticsTarget {

  private final ClassLoader loader;
  private final Forms forms;
  private final Consumer<LinkageError> failures;
  private final Map<Long, Applied> applied = new ConcurrentHashMap<>();
  private final Map<String, Long> versions = new HashMap<>();
  private final Set<Long> current = ConcurrentHashMap.newKeySet();
  private final FinalFields finals = new FinalFields();

  /**
   * A field of a group as it came, and as it is here; null where its class can't be initialised.
   */
  private record Target(String name, int row, Field field) {

    boolean isConstant() {
      return field != null && field.isEnumConstant();
    }

    boolean isFinal() {
      return field != null && Modifier.isFinal(field.getModifiers()) && !isConstant();
    }
  }

  /** What a group's fields were set to, with the objects that tasks may share. */
  private record Applied(List<String> fields, Object[] objects) {}

  /**
   * Makes the target of one loader.
   *
   * @param loader finds the fields' classes
   * @param normalForm reads the values; made by {@link NormalForms} over the same loader
   * @param failures hears of initialisers that fail here: the JVM tells the whole cause only once
   */
  public StaticsTarget(ClassLoader loader, NormalForm normalForm, Consumer<LinkageError> failures) {
    this.loader = loader;
    this.forms = (Forms) normalForm;
    this.failures = failures;
  }

  /**
   * Says whether a task may run without any field being set.
   *
   * @param id what the task carries
   * @return true when the fields are as the task's driver has them
   */
  public boolean isCurrent(long id) {
    return id == Statics.NONE || current.contains(id);
  }

  /**
   * Tells what need not be sent.
   *
   * @return the versions that the fields have
   */
  public List<Long> held() {
    return List.copyOf(applied.keySet());
  }

  /**
   * Reads a task that shares objects with static fields.
   *
   * @param table the task
   * @return the task, with the very objects that the fields hold
   */
  public Object task(NodeTable table) {
    return new TableReader(forms, table, this::object).read();
  }

  private Object object(External external) {
    Applied group = applied.get(external.group());
    boolean has = group != null && external.row() >= 0 && external.row() < group.objects().length;
    return has ? group.objects()[external.row()] : null;
  }

  /**
   * Initialises the classes and sets those fields that their driver has changed. Where an
   * initialiser fails, its class stays without them: a task that needs it gets the error.
   *
   * @param id what the task carries
   * @param values what {@link Statics#encode} returned
   * @throws MarshallingException when a value can't be read, or a final field can't take it
   */
  public void apply(long id, ByteBuffer values) {
    ByteBuffer in = values.duplicate();
    Set<Long> wanted = new HashSet<>();
    for (int left = TableBytes.length(in, 2); left > 0; left--) {
      long version = TableBytes.number(in);
      wanted.add(version);
      if (TableBytes.number(in) != 0) {
        current.clear();
        set(version, in);
      }
    }
    if (!applied.keySet().containsAll(wanted)) {
      throw new MarshallingException(
          "The driver left out values of static fields that this worker lacks: versions=" + wanted);
    }
    current.add(id);
  }

  private void set(long version, ByteBuffer in) {
    List<String[]> names = new ArrayList<>();
    for (int left = TableBytes.length(in, 2); left > 0; left--) {
      names.add(new String[] {TableBytes.text(in), TableBytes.text(in)});
    }
    NodeTable table = TableBytes.read(in);
    List<Target> targets = new ArrayList<>();
    for (String[] name : names) {
      targets.add(new Target(name[0] + '.' + name[1], targets.size(), find(name[0], name[1])));
    }
    List<String> all = targets.stream().map(Target::name).toList();
    // Whatever happens now, none of them is what it was.
    all.stream().map(versions::remove).filter(Objects::nonNull).forEach(applied::remove);
    try {
      set(version, targets, table);
    } catch (MarshallingException | LinkageError e) {
      throw new MarshallingException(
          "Static fields can't be set: static "
              + String.join(", static ", all)
              + ": "
              + e.getMessage(),
          e);
    }
    all.forEach(name -> versions.put(name, version));
  }

  private Field find(String owner, String name) {
    try {
      Field field = Class.forName(owner, true, loader).getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (LinkageError e) {
      failures.accept(e);
      return null;
    } catch (ClassNotFoundException | NoSuchFieldException e) {
      // The task meets the same as soon as it reads the field, and tells its driver.
      return null;
    }
  }

  private void set(long version, List<Target> targets, NodeTable table) {
    TableReader reader = new TableReader(forms, table);
    targets.stream()
        .filter(Target::isFinal)
        .forEach(target -> reader.keep(target.row(), FieldAccess.read(target.field(), null)));
    if (!(reader.read() instanceof Object[] values) || values.length != targets.size()) {
      throw TableBytes.damaged();
    }
    for (Target target : targets) {
      if (target.isConstant()) {
        EnumState.write(FieldAccess.read(target.field(), null), values[target.row()]);
      } else if (target.isFinal()) {
        finals.set(target.field(), values[target.row()]);
      } else if (target.field() != null) {
        FieldAccess.write(target.field(), null, values[target.row()]);
      }
    }
    applied.put(
        version, new Applied(targets.stream().map(Target::name).toList(), reader.identities()));
  }
}
