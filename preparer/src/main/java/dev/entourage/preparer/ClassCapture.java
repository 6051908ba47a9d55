package dev.entourage.preparer;

import dev.entourage.PreparationException;
import dev.entourage.spi.ClassBytesSource;
import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Gets the class file of a live class: from its loader, else from the user's sources, else from our
 * agent. Bytes that don't have the fields of the live class aren't used: an agent or a framework
 * changed it while it was loaded.
 */
final class ClassCapture {

  private static final String MISSING = "the loader of a class doesn't give its class file away";
  private static final String CHANGED = "the class file isn't the live class, whose fields differ";

  private final List<ClassBytesSource> sources;
  private final Agent agent;

  ClassCapture(List<ClassBytesSource> sources, Agent agent) {
    this.sources =
        Stream.of(
                Stream.<ClassBytesSource>of(ClassFiles::of),
                sources.stream(),
                Stream.<ClassBytesSource>of(agent::classFile))
            .flatMap(each -> each)
            .toList();
    this.agent = agent;
  }

  /** Captures a class that is no array, primitive type or hidden class. */
  Captured capture(Class<?> type, String source, NameLookup names) {
    boolean found = false;
    for (ClassBytesSource asked : sources) {
      Optional<byte[]> bytes = asked.bytes(type);
      Optional<Captured> captured = bytes.flatMap(file -> matching(type, source, file, names));
      if (captured.isPresent()) {
        return captured.get();
      }
      found |= bytes.isPresent();
    }
    return lastResort(type, source, names, found ? CHANGED : MISSING);
  }

  private Captured lastResort(Class<?> type, String source, NameLookup names, String reason) {
    String why = reason + ": " + describe(type);
    Optional<String> hindrance = agent.start(why);
    return agent
        .classFile(type)
        .flatMap(bytes -> matching(type, source, bytes, names))
        .orElseThrow(() -> refusal(why, hindrance));
  }

  private static Optional<Captured> matching(
      Class<?> type, String source, byte[] bytes, NameLookup names) {
    ClassFile file = parse(type, bytes, names);
    if (!file.name().equals(type.getName()) || !isLive(type, file)) {
      return Optional.empty();
    }
    Manifest.Entry entry =
        new Manifest.Entry(source, type.getName(), Digest.of(bytes), type.desiredAssertionStatus());
    return Optional.of(new Captured(entry, bytes, file.mentioned()));
  }

  /**
   * A class as it travels.
   *
   * @param entry its line in a manifest
   * @param bytes its class file
   * @param mentioned the names in it
   */
  record Captured(Manifest.Entry entry, byte[] bytes, Set<String> mentioned) {}

  private static ClassFile parse(Class<?> type, byte[] bytes, NameLookup names) {
    try {
      return ClassFile.parse(bytes, names::in);
    } catch (IllegalArgumentException e) {
      throw new PreparationException(
          "The class file is broken: " + describe(type) + ". " + e.getMessage(), "", e);
    }
  }

  /** The flight recorder gives its events fields of its own as soon as they are loaded. */
  private static boolean isLive(Class<?> type, ClassFile file) {
    try {
      return fits(type, type.getDeclaredFields(), file);
    } catch (NoClassDefFoundError e) {
      // A field's type isn't there on the driver either: then nobody can tell, or use it.
      return true;
    }
  }

  private static boolean fits(Class<?> type, Field[] live, ClassFile file) {
    Set<String> missing = new HashSet<>(file.fields());
    int found = 0;
    for (Field field : live) {
      found += missing.remove(describe(field)) ? 1 : 0;
    }
    return missing.isEmpty() && (found == live.length || isRecorderEvent(type));
  }

  /** By name: not every image has a recorder. */
  private static boolean isRecorderEvent(Class<?> type) {
    Class<?> next = type.getSuperclass();
    while (next != null && !next.getName().equals("jdk.jfr.Event")) {
      next = next.getSuperclass();
    }
    return next != null;
  }

  private static String describe(Field field) {
    return ClassFile.field(field.getName(), field.getType().descriptorString());
  }

  private static PreparationException refusal(String why, Optional<String> hindrance) {
    return new PreparationException(
        "A class file must be had: "
            + why
            + ". Register a ClassBytesSource that knows it (Workers.Builder.bytes)"
            + hindrance
                .map(h -> ", or start java with " + AgentJar.option() + ": " + h)
                .orElse("; our agent doesn't know it either")
            + ".",
        "");
  }

  private static String describe(Class<?> type) {
    return "class=" + type.getName() + ", loader=" + type.getClassLoader();
  }
}
