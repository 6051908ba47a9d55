package dev.entourage.preparer;

import java.util.Set;

/** Tells whose static fields travel: those of code in memory, and of what the user has chosen. */
final class StaticsOwners {

  private final Overrides chosen;

  StaticsOwners(Set<String> chosen) {
    this.chosen = new Overrides(chosen, Set.of());
  }

  /** Code in memory is mentioned by other code in memory only. */
  boolean mayBeBehind(Set<Class<?>> entries) {
    return !chosen.byValue().isEmpty() || entries.stream().anyMatch(MemoryCode::has);
  }

  boolean has(Class<?> type) {
    return MemoryCode.has(type) || chosen.of(type).isPresent();
  }
}
