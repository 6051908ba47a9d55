package dev.entourage.preparer;

import dev.entourage.preparer.Origin.Way;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decides by value or by reference for each code source, so that no package is split. Remembers the
 * answer for each class, weakly. Thread-safe.
 */
final class CodeOrigins {

  private static final String CHOSEN = "as the options say";
  private static final String INHERITED = "a jar that the workers inherit";

  private final Overrides overrides;
  private final Set<Path> inherited;
  private final SourceNames names = new SourceNames();

  private final Set<String> joined = ConcurrentHashMap.newKeySet();

  private final ClassValue<Origin> origins =
      new ClassValue<>() {
        @Override
        protected Origin computeValue(Class<?> type) {
          return decide(type);
        }
      };

  CodeOrigins(Overrides overrides, Set<Path> inherited) {
    this.overrides = overrides;
    this.inherited = Set.copyOf(inherited);
  }

  /** Returns the origin of a class that is no array, primitive type or hidden class. */
  Origin of(Class<?> type) {
    Origin origin = origins.get(type);
    return origin.reason().equals(INHERITED) && joined.contains(origin.source())
        ? new Origin(origin.source(), Way.BY_VALUE, "its jar goes one way: some of it travels")
        : origin;
  }

  /** Whether the options name the class's package or module. */
  boolean isChosen(Class<?> type) {
    return of(type).reason().equals(CHOSEN);
  }

  /**
   * Lets a code source travel from now on, because one that travels has classes in a package of it:
   * a package in two loaders is two packages, whose classes have no access to each other.
   */
  void join(String source) {
    joined.add(source);
  }

  /** Whether resources of a package in a code source may travel: workers have no other way. */
  boolean lends(URL source, String packageName) {
    return overrides
        .of(packageName)
        .map(way -> way == Way.BY_VALUE)
        .orElseGet(
            () ->
                !source.getProtocol().equals("jrt")
                    && file(source).filter(inherited::contains).isEmpty()
                    && !OwnCode.has(source));
  }

  private Origin decide(Class<?> type) {
    if (type.getClassLoader() == null || PlatformModules.isPlatform(type.getModule())) {
      return new Origin("jrt:/" + type.getModule().getName(), Way.EVERYWHERE, "part of the JDK");
    }
    String source = names.of(type);
    if (PlatformAndApiLoader.isApi(type.getPackageName())) {
      return new Origin(source, Way.EVERYWHERE, "part of the API");
    }
    return overrides
        .of(type)
        .map(way -> chosen(source, way))
        .orElseGet(() -> bySource(type, source));
  }

  /** The rest of a jar mentions what the options pick from it, so it goes along. */
  private Origin chosen(String source, Way way) {
    if (way == Way.BY_VALUE) {
      join(source);
    }
    return new Origin(source, way, CHOSEN);
  }

  private Origin bySource(Class<?> type, String source) {
    if (OwnCode.has(type)) {
      return new Origin(source, Way.OURS, "part of Entourage");
    }
    return isInherited(type)
        ? new Origin(source, Way.BY_REFERENCE, INHERITED)
        : new Origin(
            source, Way.BY_VALUE, "the workers don't have its code source" + signers(type));
  }

  /** Workers can't prove who signed what: all classes of a package have no signer there. */
  private static String signers(Class<?> type) {
    List<String> names = CodeSources.signers(type);
    return names.isEmpty() ? "" : ", and don't see that it was signed by " + names;
  }

  private boolean isInherited(Class<?> type) {
    return type.getClassLoader() == ClassLoader.getSystemClassLoader()
        && file(CodeSources.location(type)).filter(inherited::contains).isPresent()
        && hasFile(type);
  }

  /** What a library made while it ran says that it comes from the jar, where it isn't. */
  private static boolean hasFile(Class<?> type) {
    return type.getClassLoader().getResource(ClassCapture.path(type)) != null;
  }

  private static Optional<Path> file(URL location) {
    if (location == null || !"file".equals(location.getProtocol())) {
      return Optional.empty();
    }
    try {
      URI uri = location.toURI();
      return Optional.of(Path.of(uri).toAbsolutePath().normalize());
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }
}
