package dev.entourage.preparer;

import dev.entourage.Explanation.StaticEntry;
import dev.entourage.PreparationException;
import dev.entourage.spi.Preparation;
import dev.entourage.spi.PreparationLayer;
import dev.entourage.spi.RefusedException;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The layer that lets the static fields travel which a script's or snippet's code reads: there, a
 * static field is what a variable of the program is elsewhere. No field ever refuses a task: what
 * can't travel stays as the worker's own initialiser makes it.
 */
final class StaticsLayer implements PreparationLayer, Telling {

  private final DriverCode code;
  private final Forms forms;
  private final StaticReader reader;
  private final StaticsBook book;

  StaticsLayer(DriverCode code, Forms forms, StaticsBook book) {
    this.code = code;
    this.forms = forms;
    this.book = book;
    this.reader = new StaticReader(forms, code.staticsOwners());
  }

  @Override
  public String id() {
    return "statics";
  }

  @Override
  public String did(TaskPreparation task) {
    if (task.explained().isEmpty()) {
      return "no static field matters";
    }
    long travelling = task.explained().stream().filter(StaticEntry::travels).count();
    int stay = task.explained().size() - (int) travelling;
    return Telling.count(travelling, "field travels", "fields travel")
        + ", "
        + Telling.count(stay, "stays", "stay");
  }

  @Override
  public void prepare(Preparation task) {
    TaskPreparation ours = (TaskPreparation) task;
    List<Field> fields = code.statics(ours.entries());
    ours.noteReads(fields);
    Set<Field> given = ours.given().looked();
    if (given.containsAll(fields)) {
      ours.bring(ours.given());
    } else {
      Set<Field> all = new LinkedHashSet<>(given);
      all.addAll(fields);
      ours.bring(taken(ours, all));
    }
    bind(ours);
  }

  /** One look of one task: what it decided of each field. */
  private final class Taking {

    private final TaskPreparation task;
    private final StaticsBook.Look look = book.new Look();
    private final Map<Field, StaticEntry> entries = new LinkedHashMap<>();
    private final Map<Field, StaticsGroup> groups = new LinkedHashMap<>();

    Taking(TaskPreparation task) {
      this.task = task;
    }

    /** Says whether there was one that it didn't know: its value may bring more code. */
    boolean take(Collection<Field> fields) {
      int before = entries.size();
      fields.forEach(field -> entries.computeIfAbsent(field, this::take));
      return entries.size() > before;
    }

    private StaticEntry take(Field field) {
      Optional<String> reason = reader.closed(field).or(() -> reader.stays(field));
      return reason.isPresent() ? stays(field, reason.get()) : value(field);
    }

    private StaticEntry value(Field field) {
      try {
        StaticsGroup group = look.take(field);
        Optional<String> missing = include(field, group);
        if (missing.isPresent()) {
          return stays(field, missing.get());
        }
        groups.put(field, group);
        return new StaticEntry(StaticsGroup.name(field), true, "the task's code may read it");
      } catch (RefusedException e) {
        return stays(field, refusal(field, e));
      }
    }

    /** Its classes must be there, and go with those of the task. */
    private Optional<String> include(Field field, StaticsGroup group) {
      try {
        code.closure(task.usersWith(group.classes()));
      } catch (PreparationException e) {
        return Optional.of("the class of an object in it can't travel: " + e.getMessage());
      }
      String reason = "met in the static field " + StaticsGroup.name(field);
      group.classes().forEach(type -> task.include(type, reason));
      return Optional.empty();
    }

    private String refusal(Field field, RefusedException e) {
      Object value = FieldAccess.read(field, null);
      String path =
          field.isEnumConstant()
              ? EnumState.path(forms, value, e.culprit())
              : ObjectPath.find(forms, value, e.culprit());
      return "static "
          + StaticsGroup.name(field)
          + " → "
          + path
          + " can't travel: "
          + e.getMessage();
    }

    private StaticEntry stays(Field field, String reason) {
      return new StaticEntry(
          StaticsGroup.name(field), false, reason + "; workers initialise it anew");
    }

    Statics all() {
      return look.together(groups.values(), entries.keySet());
    }
  }

  private Statics taken(TaskPreparation task, Set<Field> fields) {
    synchronized (book) {
      Taking taking = new Taking(task);
      taking.take(fields);
      while (taking.take(code.statics(task.entries()))) {
        // Each turn knows more fields, so this ends.
      }
      taking.entries.values().forEach(task::explain);
      return taking.all();
    }
  }

  /**
   * An object that the task shares with a static field isn't sent: the task gets the one that the
   * field holds on the worker.
   */
  private void bind(TaskPreparation task) {
    Map<Object, External> shared = shared(task);
    if (!shared.isEmpty()) {
      try {
        TableWriter writer =
            new TableWriter(forms, type -> task.include(type, "met while encoding"), shared);
        task.bring(new TaskInTable(writer.write(task.root())));
      } catch (RefusedException e) {
        throw ObjectPath.explain(forms, task.root(), e);
      }
    }
  }

  private Map<Object, External> shared(TaskPreparation task) {
    Map<Object, External> shared = new IdentityHashMap<>();
    List<StaticsGroup> groups =
        task.statics().groups().stream().filter(group -> !group.isAlone()).toList();
    if (!groups.isEmpty() && task.root() != null) {
      IdentitySet own = Identities.of(forms, task.root());
      groups.forEach(group -> share(group, own, shared));
    }
    return shared;
  }

  private static void share(StaticsGroup group, IdentitySet own, Map<Object, External> shared) {
    Object[] objects = group.values().objects();
    group
        .values()
        .identities()
        .filter(row -> own.has(objects[row]))
        .forEach(row -> shared.put(objects[row], new External(group.version(), row)));
  }
}
