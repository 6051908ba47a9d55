package dev.entourage.backend.testkit;

import dev.entourage.backend.testkit.Cases.Case;
import dev.entourage.backend.testkit.Verdict.Kind;
import dev.entourage.spi.SerializationBackend;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A backend's column of the table of features: what became of each case. */
final class FeatureTable {

  private FeatureTable() {}

  /** The cells by the cases' titles, in order. */
  static Map<String, String> column(Trials trials, Supplier<SerializationBackend> backend) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (Case each : Cases.all()) {
      cells.put(each.title(), cell(trials.of(each, backend)));
    }
    return cells;
  }

  private static String cell(List<Verdict> verdicts) {
    long carried = verdicts.stream().filter(v -> v.kind() == Kind.CARRIED).count();
    if (carried == verdicts.size()) {
      return "carried";
    }
    String of = carried == 0 ? "" : "carried " + carried + " of " + verdicts.size() + ", ";
    return of
        + verdicts.stream()
            .filter(v -> v.kind() != Kind.CARRIED)
            .findFirst()
            .map(FeatureTable::hindrance)
            .orElseThrow();
  }

  private static String hindrance(Verdict verdict) {
    return switch (verdict.kind()) {
      case REFUSED -> "refused at " + verdict.where().replace("|", "\\|");
      case FAILED -> "an error when it is read";
      default -> "**wrong**";
    };
  }
}
