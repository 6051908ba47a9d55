package dev.entourage.preparer;

import dev.entourage.PreparationException;
import dev.entourage.spi.ClassBytesSource;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
                Stream.<ClassBytesSource>of(ClassCapture::fromLoader),
                sources.stream(),
                Stream.<ClassBytesSource>of(agent::classFile))
            .flatMap(each -> each)
            .toList();
    this.agent = agent;
  }

  /** Captures a class that is no array, primitive type or hidden class. */
  Captured capture(Class<?> type, String source) {
    boolean found = false;
    for (ClassBytesSource asked : sources) {
      Optional<byte[]> bytes = asked.bytes(type);
      Optional<Captured> captured = bytes.flatMap(file -> matching(type, source, file));
      if (captured.isPresent()) {
        return captured.get();
      }
      found |= bytes.isPresent();
    }
    return lastResort(type, source, found ? CHANGED : MISSING);
  }

  private Captured lastResort(Class<?> type, String source, String reason) {
    String why = reason + ": " + describe(type);
    Optional<String> hindrance = agent.start(why);
    return agent
        .classFile(type)
        .flatMap(bytes -> matching(type, source, bytes))
        .orElseThrow(() -> refusal(why, hindrance));
  }

  private static Optional<Captured> matching(Class<?> type, String source, byte[] bytes) {
    ClassFile file = parse(type, bytes);
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

  /** The class file that a class's own loader gives away. */
  static Optional<byte[]> fromLoader(Class<?> type) {
    try (InputStream in = open(type, path(type))) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      // Such as a deleted jar: somebody else may know the bytes.
      return Optional.empty();
    }
  }

  /** The name of a class's file in its code source. */
  static String path(Class<?> type) {
    return type.getName().replace('.', '/') + ".class";
  }

  private static InputStream open(Class<?> type, String path) throws IOException {
    if (type.getModule().isNamed()) {
      return type.getModule().getResourceAsStream(path);
    }
    if (type.getClassLoader() instanceof URLClassLoader loader) {
      URL own = loader.findResource(path);
      // A child-first loader's parent may have another class of this name.
      if (own != null && !own.toString().equals(String.valueOf(loader.getResource(path)))) {
        return own.openStream();
      }
    }
    return type.getClassLoader().getResourceAsStream(path);
  }

  private static ClassFile parse(Class<?> type, byte[] bytes) {
    try {
      return ClassFile.parse(bytes);
    } catch (IllegalArgumentException e) {
      throw new PreparationException(
          "The class file is broken: " + describe(type) + ". " + e.getMessage(), "", e);
    }
  }

  /** The flight recorder gives its events fields of its own as soon as they are loaded. */
  private static boolean isLive(Class<?> type, ClassFile file) {
    Set<String> live = liveFields(type, file);
    return isRecorderEvent(type) ? live.containsAll(file.fields()) : live.equals(file.fields());
  }

  /** By name: not every image has a recorder. */
  private static boolean isRecorderEvent(Class<?> type) {
    Class<?> next = type.getSuperclass();
    while (next != null && !next.getName().equals("jdk.jfr.Event")) {
      next = next.getSuperclass();
    }
    return next != null;
  }

  private static Set<String> liveFields(Class<?> type, ClassFile file) {
    try {
      return Stream.of(type.getDeclaredFields())
          .map(ClassCapture::describe)
          .collect(Collectors.toSet());
    } catch (NoClassDefFoundError e) {
      // A field's type isn't there on the driver either: then nobody can tell, or use it.
      return file.fields();
    }
  }

  private static String describe(Field field) {
    return field.getName() + ' ' + field.getType().descriptorString();
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
