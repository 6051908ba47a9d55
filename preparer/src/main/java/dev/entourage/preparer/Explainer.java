package dev.entourage.preparer;

import dev.entourage.Explanation;
import dev.entourage.Explanation.ClassEntry;
import dev.entourage.preparer.ClassCapture.Captured;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells what the layers found for one task: each class, why it is there and how it travels. */
final class Explainer {

  private final DriverCode code;

  Explainer(DriverCode code) {
    this.code = code;
  }

  Explanation explain(TaskPreparation task) {
    Map<Class<?>, String> reasons = new LinkedHashMap<>(task.reasons());
    Closure closure =
        code.closure(
            TaskPreparation.usersOf(task),
            (type, by) -> reasons.putIfAbsent(type, by == null ? "a root" : "in " + by.getName()));
    Map<String, Captured> captured = new LinkedHashMap<>();
    closure.captured().forEach(file -> captured.put(file.entry().name(), file));
    List<ClassEntry> entries = new ArrayList<>();
    reasons.forEach((type, reason) -> entries.add(entry(type, reason, captured)));
    long bytes = entries.stream().mapToLong(ClassEntry::bytes).sum();
    return new Explanation(entries, bytes, task.statics());
  }

  private ClassEntry entry(Class<?> type, String reason, Map<String, Captured> captured) {
    Captured file = type.isHidden() || type.isArray() ? null : captured.get(type.getName());
    Origin origin = code.origin(type);
    long bytes = file != null ? file.bytes().length : 0;
    return new ClassEntry(
        type.getName(), file != null, origin.source(), reason + "; " + origin.reason(), bytes);
  }
}
