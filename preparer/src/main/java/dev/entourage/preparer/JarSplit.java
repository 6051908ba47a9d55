package dev.entourage.preparer;

import dev.entourage.PreparationException;
import dev.entourage.preparer.Origin.Way;
import dev.entourage.preparer.Overrides.Choice;
import java.lang.module.ResolvedModule;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decides for each jar of the class path whether workers use it where it is. What stays is closed:
 * neither it nor what it leads to mentions a class that travels, or has a package in common with
 * one. So the answer depends on the class path and the options, not on the task that asks first.
 * Thread-safe.
 */
final class JarSplit {

  private final Overrides overrides;
  private final Set<Path> jars;
  private final List<Path> shown;
  private final JarLinks links;
  private final Map<Path, Decision> decided = new ConcurrentHashMap<>();

  /** Jars with a package in common with code that was found to travel. */
  private final Map<Path, String> joined = new HashMap<>();

  /** How a jar travels, and why. */
  record Decision(Way way, String reason) {}

  /**
   * Looks at the options, and at the packages of jars only when these name any.
   *
   * @param inherit whether workers see all jars of the class path; else those only that the options
   *     name by reference
   * @throws dev.entourage.ConfigurationException when the options name what isn't there, or
   *     contradict each other
   */
  JarSplit(ClassPath path, boolean inherit, Overrides overrides) {
    this.overrides = overrides;
    // Ours stay with us: workers have what they need of them.
    List<Path> users = path.jars().stream().filter(jar -> !OwnCode.has(jar)).toList();
    this.jars = Set.copyOf(users);
    Map<Path, Choice> chosen = new HashMap<>();
    if (!overrides.isEmpty()) {
      new OverridesCheck(overrides, path).check();
      users.forEach(jar -> choice(jar).ifPresent(choice -> chosen.put(jar, choice)));
    }
    this.shown =
        users.stream()
            .filter(jar -> inherit || isChosen(chosen.get(jar), Way.BY_REFERENCE))
            .toList();
    Set<Path> travelling = new HashSet<>(users);
    travelling.removeIf(jar -> shown.contains(jar) && !isChosen(chosen.get(jar), Way.BY_VALUE));
    this.links = new JarLinks(new ClassPath(users, path.folders()), travelling);
  }

  private static boolean isChosen(Choice choice, Way way) {
    return choice != null && choice.way() == way;
  }

  private Optional<Choice> choice(Path jar) {
    return overrides.isEmpty()
        ? Optional.empty()
        : overrides.of(jar, module(jar), JarContents.of(jar).packages());
  }

  private static String module(Path jar) {
    return ModuleLayer.boot().configuration().modules().stream()
        .filter(module -> jar.toUri().equals(module.reference().location().orElse(null)))
        .map(ResolvedModule::name)
        .findFirst()
        .orElse(null);
  }

  /** What workers have to show of the class path, in its order. */
  List<Path> shown() {
    return shown;
  }

  /** Whether a file is a jar of the class path. */
  boolean has(Path file) {
    return jars.contains(file);
  }

  /**
   * Decides about a jar of the class path.
   *
   * @throws PreparationException when it can't stay although the options want it to
   */
  Decision of(Path jar) {
    Decision known = decided.get(jar);
    return known != null ? known : decide(jar);
  }

  /**
   * Lets a jar travel from now on, and all that lead to it: a package in two loaders is two
   * packages, whose classes have no access to each other.
   */
  synchronized void join(Path jar, String reason) {
    joined.putIfAbsent(jar, reason);
    links.cut(jar);
    decided.values().removeIf(decision -> decision.way() == Way.BY_REFERENCE);
  }

  /** Whether a jar travels as far as it is known, without looking further. */
  synchronized boolean isKnownToTravel(Path jar) {
    Decision decision = decided.get(jar);
    return decision != null ? decision.way() == Way.BY_VALUE : links.isCut(jar);
  }

  private synchronized Decision decide(Path jar) {
    Decision decision = decision(jar, choice(jar));
    decided.put(jar, decision);
    return decision;
  }

  private Decision decision(Path jar, Optional<Choice> choice) {
    if (choice.isPresent() && choice.get().way() == Way.BY_VALUE) {
      return new Decision(Way.BY_VALUE, Reasons.chosen(choice.get()));
    }
    if (!shown.contains(jar)) {
      return new Decision(Way.BY_VALUE, Reasons.BARE);
    }
    Optional<String> hindrance =
        joined.containsKey(jar) ? Optional.of(joined.get(jar)) : links.hindrance(jar);
    if (hindrance.isPresent()) {
      choice.ifPresent(name -> refuse(jar, name, hindrance.get()));
      return new Decision(Way.BY_VALUE, hindrance.get());
    }
    return new Decision(Way.BY_REFERENCE, choice.map(Reasons::chosen).orElse(Reasons.INHERITED));
  }

  private static void refuse(Path jar, Choice choice, String hindrance) {
    throw new PreparationException(
        "Workers can't use a jar where it is: jar="
            + jar
            + ", as "
            + choice
            + " wants it: "
            + hindrance
            + ". Leave this name out, so that the jar travels too, or use by reference what it leads"
            + " to.",
        "");
  }
}
