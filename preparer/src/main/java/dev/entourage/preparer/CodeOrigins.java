package dev.entourage.preparer;

import dev.entourage.PreparationException;
import dev.entourage.preparer.JarSplit.Decision;
import dev.entourage.preparer.Origin.Way;
import dev.entourage.preparer.Overrides.Choice;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decides by value or by reference for each code source, so that no package is split: jars of the
 * class path as {@link JarSplit} says, all else by value. Remembers for each class where it is
 * from, weakly. Thread-safe.
 */
final class CodeOrigins {

  private final Overrides overrides;
  private final JarSplit split;
  private final SourceNames names = new SourceNames();

  private final ClassValue<Home> homes =
      new ClassValue<>() {
        @Override
        protected Home computeValue(Class<?> type) {
          return home(type);
        }
      };

  /** One origin for all classes of a jar, with the decision that it was made of. */
  private final Map<Path, Decided> jars = new ConcurrentHashMap<>();

  private record Decided(Decision decision, Origin origin) {}

  /**
   * Where a class is from: a jar of the class path, which may be decided anew, or elsewhere.
   *
   * @param jar the jar, or null
   * @param source its code source as text
   * @param signers what is to say of those who signed the jar
   * @param origin the answer for all other classes, or null
   */
  private record Home(Path jar, String source, String signers, Origin origin) {}

  CodeOrigins(Overrides overrides, JarSplit split) {
    this.overrides = overrides;
    this.split = split;
  }

  /**
   * Returns the origin of a class that is no array, primitive type or hidden class.
   *
   * @throws PreparationException when the options want it by reference, and no worker could have it
   */
  Origin of(Class<?> type) {
    Home home = homes.get(type);
    return home.jar() == null ? home.origin() : ofJar(home);
  }

  private Origin ofJar(Home home) {
    Decision decision = split.of(home.jar());
    Decided known = jars.get(home.jar());
    if (known == null || known.decision() != decision) {
      known = new Decided(decision, new Origin(home.source(), decision.way(), decision.reason()));
      jars.put(home.jar(), known);
    }
    return known.origin();
  }

  /** Why the classes of a jar travel; empty when they stay, or it is no jar of the class path. */
  Optional<String> travels(Path jar) {
    try {
      return Optional.of(jar)
          .filter(split::has)
          .map(split::of)
          .filter(decision -> decision.way() == Way.BY_VALUE)
          .map(Decision::reason);
    } catch (PreparationException e) {
      // The worker that asks can use it neither way.
      return Optional.of(e.getMessage());
    }
  }

  private static String reason(Home home, Decision decision) {
    return decision.way() == Way.BY_VALUE ? decision.reason() + home.signers() : decision.reason();
  }

  /** Whether the options name the class's package or module. */
  boolean isChosen(Class<?> type) {
    return overrides.of(type).isPresent();
  }

  /**
   * Lets the jar of a class travel from now on, because code that travels has classes in its
   * package.
   *
   * @throws PreparationException when it stays nevertheless
   */
  void join(Class<?> type) {
    Path jar = homes.get(type).jar();
    if (jar != null) {
      split.join(jar, Reasons.sharesTravelling(jar, type.getPackageName()));
    }
    if (!of(type).byValue()) {
      throw new PreparationException(
          "A package can't be used by value and by reference in one task: package="
              + type.getPackageName()
              + ", by reference="
              + type.getName()
              + " of "
              + of(type).source()
              + ". Let byValue or byReference name the package.",
          "");
    }
  }

  /**
   * Whether resources of a package in a code source may travel: workers have no other way. Those of
   * a jar that nobody has decided about are read where they are; to decide would take longer.
   */
  boolean lends(URL source, String packageName) {
    Optional<Path> jar = CodeSources.file(source).filter(split::has);
    if (jar.isPresent() || OwnCode.hasAll(source)) {
      return jar.filter(split::isKnownToTravel).isPresent() && !OwnCode.hasAll(source);
    }
    return !source.getProtocol().equals("jrt")
        || overrides.of(packageName).filter(c -> c.way() == Way.BY_VALUE).isPresent();
  }

  private Home home(Class<?> type) {
    if (type.getClassLoader() == null || PlatformModules.isPlatform(type.getModule())) {
      return at("jrt:/" + type.getModule().getName(), Way.EVERYWHERE, Reasons.JDK);
    }
    String source = names.of(type);
    if (PlatformAndApiLoader.isApi(type.getPackageName())) {
      return at(source, Way.EVERYWHERE, Reasons.API);
    }
    Optional<Choice> choice = overrides.of(type);
    if (OwnCode.has(type) && choice.filter(c -> c.way() == Way.BY_VALUE).isEmpty()) {
      return at(source, Way.OURS, Reasons.OURS);
    }
    return jar(type)
        .map(jar -> new Home(jar, source, signers(type), null))
        .orElseGet(() -> elsewhere(type, source, choice));
  }

  private static Home at(String source, Way way, String reason) {
    return new Home(null, source, "", new Origin(source, way, reason));
  }

  /** Workers can't prove who signed what: all classes of a package have no signer there. */
  private static String signers(Class<?> type) {
    List<String> names = Place.of(type).signers();
    return names.isEmpty() ? "" : Reasons.signed(names);
  }

  private Home elsewhere(Class<?> type, String source, Optional<Choice> choice) {
    choice.filter(c -> c.way() == Way.BY_REFERENCE).ifPresent(c -> refuse(type, source, c));
    String reason = choice.map(Reasons::chosen).orElseGet(() -> reason(type));
    return at(source, Way.BY_VALUE, reason + signers(type));
  }

  private String reason(Class<?> type) {
    if (type.getClassLoader() != ClassLoader.getSystemClassLoader()) {
      return Reasons.LOADER;
    }
    if (!Place.of(type).isJar()) {
      return Reasons.FOLDER;
    }
    return ClassFiles.has(type) ? Reasons.BARE : Reasons.MEMORY;
  }

  /**
   * The jar of the class path that has the class's file; none that it only claims to be of, as what
   * a library made while it ran.
   */
  private Optional<Path> jar(Class<?> type) {
    return type.getClassLoader() == ClassLoader.getSystemClassLoader()
        ? Optional.ofNullable(Place.of(type).path())
            .filter(split::has)
            .filter(j -> ClassFiles.has(type))
        : Optional.empty();
  }

  private static void refuse(Class<?> type, String source, Choice choice) {
    throw new PreparationException(
        "No worker has this class: class="
            + type.getName()
            + ", source="
            + source
            + ", yet "
            + choice
            + " says that it stays. Only jars of the class path or module path can stay: leave the"
            + " name out, or name a jar instead.",
        "");
  }
}
