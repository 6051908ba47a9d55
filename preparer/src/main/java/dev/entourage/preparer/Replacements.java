package dev.entourage.preparer;

import dev.entourage.Explanation.Replaced;
import dev.entourage.spi.PreparationLayer;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what the user's layers replace in one task. */
final class Replacements implements ReplacedKind.Listener {

  private final Map<PreparationLayer, Map<Change, Long>> counts = new IdentityHashMap<>();

  private record Change(String type, String by) {}

  @Override
  public void replaced(PreparationLayer layer, Object value, Object by) {
    Change change = new Change(name(value), by == null ? "" : name(by));
    counts.computeIfAbsent(layer, l -> new LinkedHashMap<>()).merge(change, 1L, Long::sum);
  }

  List<Replaced> by(PreparationLayer layer) {
    return counts.getOrDefault(layer, Map.of()).entrySet().stream()
        .map(one -> new Replaced(one.getKey().type(), one.getKey().by(), one.getValue()))
        .toList();
  }

  private static String name(Object value) {
    Class<?> type = value.getClass();
    return Lambdas.isLambda(type) ? LambdaSite.describe(value) : type.getTypeName();
  }
}
