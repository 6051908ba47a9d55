package dev.entourage.preparer;

import dev.entourage.EntourageException;
import dev.entourage.Explanation;
import dev.entourage.Explanation.ClassEntry;
import dev.entourage.Explanation.LayerEntry;
import dev.entourage.Explanation.Refusal;
import dev.entourage.PreparationException;
import dev.entourage.preparer.ClassCapture.Captured;
import dev.entourage.preparer.Codec.Encoded;
import dev.entourage.spi.PreparationLayer;
import dev.entourage.spi.RefusedException;
import java.time.Duration;
import java.util.ConcurrentModificationException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Tells what happens to one task on its way: the layers run as for any task, with a note of what
 * each did. What is refused is noted, too, and the rest goes on as far as it can. For one task.
 */
final class Explainer {

  private static final String MET = "an object of it was met in the task";

  /** Nobody wants to read of each element of a list of sockets. */
  private static final int REFUSALS = 20;

  private final DriverCode code;
  private final Forms forms;
  private final List<PreparationLayer> layers;
  private final Codec codec;
  private final Set<Refusal> refusals = new LinkedHashSet<>();
  private Replacements replacements = new Replacements();

  /** A layer that has run. */
  private record Ran(PreparationLayer layer, String did, List<String> added, Duration time) {}

  Explainer(DriverCode code, Forms forms, List<PreparationLayer> layers, Codec codec) {
    this.code = code;
    this.forms = forms;
    this.layers = layers;
    this.codec = codec;
  }

  Explanation explain(Object root) {
    TaskPreparation task = new TaskPreparation(root, code.roots(), Statics.none());
    SizeWalk.Found alone = walk(root, Statics.none());
    alone.refused().stream().limit(REFUSALS).forEach(refusal -> note(root, refusal));
    List<Ran> ran = layers.stream().map(layer -> run(layer, task, alone)).toList();
    PreparedTask prepared = task.prepared();
    SizeWalk.Found all = walk(root, prepared.statics());
    OptionalLong encoded = encoded(task, prepared);
    List<ClassEntry> classes = classes(task);
    return new Explanation(
        all.sizes().type(),
        List.copyOf(refusals),
        all.sizes(),
        encoded,
        classes,
        classes.stream().mapToLong(ClassEntry::bytes).sum(),
        task.explained(),
        ran.stream().map(this::entry).toList());
  }

  private SizeWalk.Found walk(Object root, Statics statics) {
    replacements = new Replacements();
    try {
      return SizeWalk.of(forms, root, statics, replacements);
    } catch (ConcurrentModificationException e) {
      throw ObjectPath.changed(e);
    }
  }

  private void note(Object root, RefusedException refused) {
    String path = ObjectPath.find(forms, root, refused.culprit());
    refusals.add(new Refusal(path, refused.getMessage()));
  }

  /** Behind a refusal the next layers go on with all classes that can be told anyway. */
  private Ran run(PreparationLayer layer, TaskPreparation task, SizeWalk.Found found) {
    int before = task.classes().size();
    long start = System.nanoTime();
    String did;
    try {
      layer.prepare(task);
      did = layer instanceof Telling ours ? ours.did(task) : "";
    } catch (PreparationException e) {
      did = refused(e, found);
      found.classes().forEach(type -> task.include(type, MET));
    }
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    List<String> added = task.classes().stream().skip(before).map(Class::getTypeName).toList();
    return new Ran(layer, did, added, time);
  }

  private String refused(PreparationException e, SizeWalk.Found found) {
    if (e.path().isEmpty() || found.refused().isEmpty()) {
      refusals.add(new Refusal(e.path(), e.getMessage()));
      return "refused the task";
    }
    return "refused " + found.refused().size() + " of the objects";
  }

  private LayerEntry entry(Ran ran) {
    return new LayerEntry(
        ran.layer().id(), ran.did(), ran.added(), replacements.by(ran.layer()), ran.time());
  }

  /** Some classes show only while encoding. */
  private OptionalLong encoded(TaskPreparation task, PreparedTask prepared) {
    if (!refusals.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      Encoded encoded = codec.encode(prepared);
      encoded.classes().forEach(type -> task.include(type, "met while encoding"));
      return OptionalLong.of(encoded.bytes().remaining());
    } catch (PreparationException e) {
      refusals.add(new Refusal(e.path(), e.getMessage()));
    } catch (EntourageException e) {
      refusals.add(new Refusal("", e.getMessage()));
    }
    return OptionalLong.empty();
  }

  private List<ClassEntry> classes(TaskPreparation task) {
    Map<Class<?>, String> found = new LinkedHashMap<>(task.reasons());
    Map<String, Captured> files = new LinkedHashMap<>();
    try {
      code.closure(
              TaskPreparation.usersOf(task),
              (type, by) -> found.putIfAbsent(type, by == null ? "a root" : "in " + by.getName()))
          .captured()
          .forEach(file -> files.put(file.entry().name(), file));
    } catch (PreparationException e) {
      refusals.add(new Refusal(e.path(), e.getMessage()));
    }
    return found.entrySet().stream()
        .map(one -> entry(one.getKey(), one.getValue(), files.get(one.getKey().getName())))
        .toList();
  }

  private ClassEntry entry(Class<?> type, String found, Captured file) {
    Origin origin = code.origin(type);
    long bytes = file == null ? 0 : file.bytes().length;
    boolean byValue = origin.byValue() && !type.isArray() && !type.isHidden();
    return new ClassEntry(
        type.getTypeName(), byValue, origin.source(), origin.reason(), found, bytes);
  }
}
