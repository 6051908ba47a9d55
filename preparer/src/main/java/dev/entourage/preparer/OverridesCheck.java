package dev.entourage.preparer;

import dev.entourage.ConfigurationException;
import dev.entourage.preparer.Origin.Way;
import dev.entourage.preparer.Overrides.Choice;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Refuses names of the options that mean nothing, instead of ignoring a slip of the pen. */
final class OverridesCheck {

  private final Overrides overrides;
  private final ClassPath path;
  private final ClassFolders folders;

  OverridesCheck(Overrides overrides, ClassPath path) {
    this.overrides = overrides;
    this.path = path;
    this.folders = new ClassFolders(path.folders());
  }

  void check() {
    overrides.all().forEach(this::check);
  }

  private void check(Choice choice) {
    String name = choice.name();
    if (overrides.byValue().contains(name) && overrides.byReference().contains(name)) {
      throw refused(choice, "the other option names it, too", "Leave one of them out");
    }
    if (Overrides.isJar(name)) {
      checkJar(choice);
    } else if (!isName(name)) {
      throw refused(
          choice,
          "it is no package, module or jar",
          "Write a package such as \"com.acme\", which stands for those below it, a module, or a"
              + " jar's file name or path");
    } else {
      checkName(choice);
    }
  }

  private void checkJar(Choice choice) {
    if (path.jars().stream().noneMatch(jar -> Overrides.isOf(choice.name(), jar))) {
      throw refused(
          choice,
          "no jar of the class path or module path is called so: jars=" + names(),
          "Put it there, or leave the name out: what else there is travels anyway");
    }
  }

  private String names() {
    return path.jars().stream()
        .map(jar -> jar.getFileName().toString())
        .limit(40)
        .collect(Collectors.joining(", "));
  }

  private void checkName(Choice choice) {
    if (choice.way() == Way.BY_VALUE) {
      checkTravels(choice);
    } else if (!isPlatform(choice.name()) && !isInJar(choice.name())) {
      throw refused(
          choice,
          "the workers don't have it: no jar of the class path or module path does",
          "Leave it out, so that it travels, or put its jar there");
    }
  }

  private void checkTravels(Choice choice) {
    String name = choice.name();
    if (isPlatform(name)) {
      throw refused(choice, "it is part of the JDK, which all workers have", "Leave it out");
    }
    if (!isInJar(name) && !folders.knows(name) && isAllTheCode()) {
      throw refused(
          choice,
          "nothing on the class path or module path is called so",
          "Correct it, or leave it out: the code of scripts and of other loaders travels anyway");
    }
  }

  /** Whether there are no loaders but the class path's, such as that of a container. */
  private static boolean isAllTheCode() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context == null || context == ClassLoader.getSystemClassLoader();
  }

  private boolean isInJar(String name) {
    return ModuleLayer.boot().findModule(name).isPresent()
        || path.jars().stream().anyMatch(jar -> hasPackage(jar, name));
  }

  private static boolean hasPackage(Path jar, String name) {
    return JarContents.of(jar).packages().stream().anyMatch(p -> Overrides.contains(name, p));
  }

  private static boolean isPlatform(String name) {
    return ModuleLayer.boot().modules().stream()
        .filter(PlatformModules::isPlatform)
        .anyMatch(module -> module.getName().equals(name) || module.getPackages().contains(name));
  }

  private static boolean isName(String name) {
    return Arrays.stream(name.split("\\.", -1)).allMatch(OverridesCheck::isIdentifier);
  }

  private static boolean isIdentifier(String part) {
    return !part.isEmpty()
        && Character.isJavaIdentifierStart(part.charAt(0))
        && part.chars().allMatch(Character::isJavaIdentifierPart);
  }

  private static ConfigurationException refused(Choice choice, String why, String fix) {
    return new ConfigurationException(
        "Workers.Builder." + choice + " can't be honoured: " + why + ". " + fix + ".");
  }
}
