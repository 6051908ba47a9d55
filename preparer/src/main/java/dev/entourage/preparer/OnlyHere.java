package dev.entourage.preparer;

import dev.entourage.PreparationException;
import dev.entourage.preparer.ClassCapture.Captured;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What another agent put into this JVM for the code that it changes: into the boot loader, which is
 * another one on each worker. JaCoCo counts there, and Mockito knows its mocks. Such a class
 * travels as its file says. But an object of a class that was changed after it was loaded may be a
 * mock, so it doesn't travel.
 */
final class OnlyHere {

  private OnlyHere() {}

  /** Returns a class that only the live class mentions, and only this JVM has. */
  static Optional<String> in(Class<?> type, ClassFile file) {
    if (!LiveMatch.hasObjectsOf(type, file)) {
      return Optional.empty();
    }
    Set<String> added = new HashSet<>(LiveClass.texts(type));
    added.removeAll(file.texts());
    return added.stream()
        .map(text -> text.replace('/', '.'))
        .filter(
            name -> NameLookup.ask(type.getClassLoader(), name).filter(OnlyHere::is).isPresent())
        .findFirst();
  }

  private static boolean is(Class<?> type) {
    return type.getClassLoader() == null
        && !type.isArray()
        && (!type.getModule().isNamed() || ClassFiles.ofModule(type).isEmpty());
  }

  /** Refuses a class that a task has objects of, or lambdas. */
  static void refuse(Class<?> type, Captured captured) {
    if (captured.onlyHere() != null && !Redefinitions.isAsLoaded(type)) {
      throw new PreparationException(
          "Another agent has changed this class since it was loaded, and what its code calls now"
              + " only this JVM has, as that of mocks does: class="
              + captured.entry().name()
              + ", calls="
              + captured.onlyHere()
              + ". Send an object of a class of yours that isn't mocked, or register a"
              + " ClassBytesSource that says which class file workers should use"
              + " (Workers.Builder.bytes).",
          "");
    }
  }
}
