package dev.entourage.preparer;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out which libraries a task's code leads to, from library to library. Searches only as far
 * as it was asked to, since libraries may be large and most results need none of it. Thread-safe.
 */
final class LibraryReach {

  private final CodeOrigins origins;
  private final NameLookup names = new NameLookup();
  private final Set<Class<?>> reached = new HashSet<>();
  private final Set<String> sources = new HashSet<>();
  private final Deque<Class<?>> waiting = new ArrayDeque<>();

  LibraryReach(CodeOrigins origins) {
    this.origins = origins;
  }

  /** Says whether the code of some classes leads to a class of the code source of another. */
  synchronized boolean reaches(Collection<Class<?>> from, Class<?> target) {
    OpenJars.begin();
    try {
      from.forEach(this::meet);
      return reaches(origins.of(target).source());
    } finally {
      OpenJars.end();
    }
  }

  private boolean reaches(String source) {
    while (!sources.contains(source) && !waiting.isEmpty()) {
      Class<?> type = waiting.removeFirst();
      mentioned(type).ifPresent(file -> meetAll(type, file));
    }
    return sources.contains(source);
  }

  private void meetAll(Class<?> type, ClassFile file) {
    for (String name : file.mentioned()) {
      if (!name.startsWith("java.")) {
        meet(names.find(type.getClassLoader(), name));
      }
    }
  }

  private void meet(Class<?> type) {
    if (type != null && origins.of(type).isUsers() && reached.add(type)) {
      waiting.add(type);
      sources.add(origins.of(type).source());
    }
  }

  /** What a class mentions; nothing where its bytes can't be had. */
  private static Optional<ClassFile> mentioned(Class<?> type) {
    try {
      return ClassFiles.of(type).map(ClassFile::parse);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
