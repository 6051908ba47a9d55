package dev.entourage.engine;

import dev.entourage.RemoteCallable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A task with something of all that tasks hold, so that a worker loads the classes for it. It
 * travels by value, and so mentions nothing of ours but the interface.
 *
 * @param names an immutable list
 * @param counts an immutable map
 * @param function a lambda that isn't serializable
 */
record Rehearsal(
    List<String> names, Map<String, Integer> counts, Function<String, Integer> function)
    implements RemoteCallable<Object> {

  static Rehearsal make() {
    int more = 1;
    return new Rehearsal(List.of("a", "b"), Map.of("a", 1), name -> name.length() + more);
  }

  @Override
  public Object call() {
    return names.stream().map(function).toList();
  }
}
