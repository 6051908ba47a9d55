package dev.entourage.preparer;

import dev.entourage.Explanation.StaticEntry;
import dev.entourage.spi.Preparation;
import dev.entourage.spi.PreparationLayer;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The layer that lets the static fields travel which a script's or snippet's code reads: there, a
 * static field is what a variable of the program is elsewhere.
 */
final class StaticsLayer implements PreparationLayer, Telling {

  private final DriverCode code;
  private final StaticReader reader;
  private final Forms forms;

  StaticsLayer(DriverCode code, Forms forms) {
    this.code = code;
    this.forms = forms;
    this.reader = new StaticReader(forms);
  }

  @Override
  public String id() {
    return "statics";
  }

  @Override
  public String did(TaskPreparation task) {
    if (task.statics().isEmpty()) {
      return "no static field matters";
    }
    long travelling = task.statics().stream().filter(StaticEntry::travels).count();
    int stay = task.statics().size() - (int) travelling;
    return Telling.count(travelling, "field travels", "fields travel")
        + ", "
        + Telling.count(stay, "stays", "stay");
  }

  @Override
  public void prepare(Preparation task) {
    TaskPreparation ours = (TaskPreparation) task;
    Map<Field, StaticReader.Read> known = new LinkedHashMap<>();
    // The values bring classes whose code may read more.
    while (look(ours, known)) {
      code.closure(TaskPreparation.usersOf(task));
    }
    known.values().forEach(read -> ours.explain(read.entry()));
    List<StaticReader.Read> taken =
        known.values().stream().filter(read -> read.entry().travels()).toList();
    if (!taken.isEmpty()) {
      bring(ours, taken);
    }
  }

  private boolean look(TaskPreparation task, Map<Field, StaticReader.Read> known) {
    boolean more = false;
    for (Field field : code.statics(task.entries())) {
      if (!known.containsKey(field)) {
        StaticReader.Read read = reader.read(field);
        known.put(field, read);
        include(task, read);
        more = true;
      }
    }
    return more;
  }

  private static void include(TaskPreparation task, StaticReader.Read read) {
    StaticEntry entry = read.entry();
    read.classes().forEach(type -> task.include(type, "met in the static field " + entry.name()));
  }

  private void bring(TaskPreparation task, List<StaticReader.Read> taken) {
    List<StaticValue> values = taken.stream().map(StaticReader.Read::value).toList();
    int depth = taken.stream().mapToInt(StaticReader.Read::depth).max().orElse(0);
    task.bring(new TaskWithStatics(task.root(), values, shares(task.root(), values)), depth);
  }

  private boolean shares(Object root, List<StaticValue> values) {
    Object[] open =
        values.stream()
            .filter(value -> !value.isLeaf())
            .map(StaticValue::value)
            .filter(Objects::nonNull)
            .toArray();
    return open.length > 0 && root != null && Overlap.between(forms, root, open);
  }
}
