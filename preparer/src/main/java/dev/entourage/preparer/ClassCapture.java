package dev.entourage.preparer;

import dev.entourage.PreparationException;
import dev.entourage.spi.ClassBytesSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gets the class file of a live class: from its loader, else from the user's sources, else from our
 * agent. A file that isn't what the JVM runs, since an agent, a framework or a debugger has changed
 * the class, isn't used.
 */
final class ClassCapture {

  private static final String MISSING = "the loader of a class doesn't give its class file away";
  private static final String FIELDS = "the class file isn't the live class, whose fields differ";
  private static final String CODE =
      "the class file isn't the live class, whose code was changed by another agent or a debugger,"
          + " or the file was since";

  private final List<ClassBytesSource> sources;
  private final Agent agent;

  ClassCapture(List<ClassBytesSource> sources, Agent agent) {
    this.sources = List.copyOf(sources);
    this.agent = agent;
  }

  /** Captures a class that is no array, primitive type or hidden class. */
  Captured capture(Class<?> type, String source, NameLookup names) {
    Optional<ClassFile> own = ClassFiles.of(type).map(bytes -> parse(type, bytes, names));
    if (own.isPresent() && LiveMatch.isAsLoaded(type, own.get())) {
      return captured(type, source, own.get());
    }
    boolean found = own.isPresent();
    for (ClassBytesSource asked : sources) {
      Optional<ClassFile> file = asked.bytes(type).map(bytes -> parse(type, bytes, names));
      // Whoever registers a source says which file workers should have.
      if (file.isPresent() && LiveMatch.hasFields(type, file.get())) {
        return captured(type, source, file.get());
      }
      found |= file.isPresent();
    }
    Optional<String> local = own.flatMap(file -> OnlyHere.in(type, file));
    if (local.isPresent()) {
      // What an agent does with such code it does in this JVM: workers run what was written.
      return captured(type, source, own.get()).onlyHere(local.get());
    }
    return captured(type, source, fromJvm(type, names, found ? difference(type, own) : MISSING));
  }

  private static String difference(Class<?> type, Optional<ClassFile> own) {
    return own.isPresent() && LiveMatch.hasFields(type, own.get()) ? CODE : FIELDS;
  }

  /**
   * What our agent knows; it is started for it where there is none, or where it comes too early.
   */
  private ClassFile fromJvm(Class<?> type, NameLookup names, String reason) {
    String why = reason + ": " + describe(type);
    Optional<ClassFile> known = running(type, names);
    Optional<String> hindrance = known.isPresent() ? Optional.empty() : agent.start(why);
    if (known.isEmpty() && hindrance.isEmpty()) {
      known = running(type, names);
      hindrance = known.isPresent() ? Optional.empty() : agent.startBehindAll(type, why);
    }
    String hindered = hindrance.orElse(null);
    return known.or(() -> running(type, names)).orElseThrow(() -> refusal(why, hindered));
  }

  private Optional<ClassFile> running(Class<?> type, NameLookup names) {
    return agent
        .classFile(type)
        .map(bytes -> parse(type, bytes, names))
        .filter(file -> LiveMatch.isRunning(type, file));
  }

  private static Captured captured(Class<?> type, String source, ClassFile file) {
    Manifest.Entry entry =
        new Manifest.Entry(
            source, type.getName(), Digest.of(file.bytes()), type.desiredAssertionStatus());
    return new Captured(entry, file.bytes(), file.mentioned(), null);
  }

  /**
   * A class as it travels.
   *
   * @param entry its line in a manifest
   * @param bytes its class file
   * @param mentioned the names in it
   * @param onlyHere what the live class calls besides, which no worker has; null for nearly all
   */
  record Captured(Manifest.Entry entry, byte[] bytes, Set<String> mentioned, String onlyHere) {

    private Captured onlyHere(String name) {
      return new Captured(entry, bytes, mentioned, name);
    }
  }

  private static ClassFile parse(Class<?> type, byte[] bytes, NameLookup names) {
    try {
      return ClassFile.parse(bytes, names::in);
    } catch (IllegalArgumentException e) {
      throw new PreparationException(
          "The class file is broken: " + describe(type) + ". " + e.getMessage(), "", e);
    }
  }

  private static PreparationException refusal(String why, String hindrance) {
    return new PreparationException(
        "A class file must be had: "
            + why
            + ". Register a ClassBytesSource that knows it (Workers.Builder.bytes)"
            + (hindrance == null
                ? "; our agent doesn't know it either"
                : ", or start java with " + AgentJar.option() + " behind all others: " + hindrance)
            + ".",
        "");
  }

  private static String describe(Class<?> type) {
    return "class=" + type.getName() + ", loader=" + type.getClassLoader();
  }
}
